package dev.rampart.local.firewall.request;

/**
 * A key or a value of a JSON body. Its place, or that of the member that the key names, is a JSON
 * pointer in two parts: many elements share the first one, so that a body of small values in a deep
 * container does not take many times its size.
 *
 * @param container the pointer of the object or list that it is in
 * @param step what the pointer goes on with, from its slash on; empty if it ends there
 * @param isKey whether it is the name of a member
 */
public record JsonElement(String container, String step, boolean isKey, String text) {

  /** Returns whether it is what a pointer names, or inside of it. */
  public boolean isIn(String pointer) {
    if (pointer.length() > container.length()) {
      return pointer.length() == container.length() + step.length()
          && pointer.startsWith(container)
          && pointer.endsWith(step);
    }
    return container.startsWith(pointer)
        && (pointer.length() == container.length() || container.charAt(pointer.length()) == '/');
  }
}

package dev.rampart.adapter.out.waf;

/**
 * What AWS WAF needs to find an IP set.
 *
 * @param id that WAF gave to it
 */
public record IpSetName(String name, String id) {
  private static final int PARTS_MIN = 2;

  /**
   * Returns the set that a template's {@code Ref} stands for: name, id and scope between bars.
   *
   * @throws IllegalArgumentException if the text is no such reference
   */
  public static IpSetName ofReference(String reference) {
    String[] parts = reference.split("\\|", -1);
    if (parts.length < PARTS_MIN || parts[0].isEmpty() || parts[1].isEmpty()) {
      throw new IllegalArgumentException("not the reference of an IP set");
    }
    return new IpSetName(parts[0], parts[1]);
  }
}

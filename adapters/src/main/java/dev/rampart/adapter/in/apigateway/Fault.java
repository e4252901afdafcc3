package dev.rampart.adapter.in.apigateway;

/**
 * One fault in a body.
 *
 * @param pointer where, as a JSON Pointer (RFC 6901)
 * @param code what, as a short stable word
 * @param detail what, as a sentence
 */
record Fault(String pointer, String code, String detail) {

  /** The pointer to a member or an element of what {@code parent} points to. */
  static String pointer(String parent, String name) {
    return parent + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}

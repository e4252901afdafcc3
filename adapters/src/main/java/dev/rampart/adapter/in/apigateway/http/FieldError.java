package dev.rampart.adapter.in.apigateway.http;

/**
 * One fault of a body, as a problem document lists it under {@code errors}.
 *
 * @param pointer where it is, as a JSON Pointer (RFC 6901)
 * @param code what it is, as a short stable word
 * @param detail what it is, as a sentence
 */
public record FieldError(String pointer, String code, String detail) {

  /** Returns the pointer to a member or an element of what {@code parent} points to. */
  public static String pointer(String parent, String name) {
    return parent + "/" + name.replace("~", "~0").replace("/", "~1");
  }
}

package dev.rampart.adapter.in.apigateway;

import java.util.List;
import java.util.Optional;

/** Media types of requests (RFC 9110, section 8.3), as far as this API takes any. */
final class MediaType {

  static final String JSON = "application/json";
  static final String PROBLEM = "application/problem+json";
  static final String MERGE_PATCH = "application/merge-patch+json";

  private MediaType() {}

  /** Returns why a body of these header fields is not taken; empty where it is {@code wanted}. */
  static Optional<Refusal> refuse(ProxyEvent event, String wanted) {
    if (!event.header("content-encoding").isEmpty()) {
      return Optional.of(
          Problem.UNSUPPORTED_MEDIA_TYPE
              .because("Content-Encoding is not supported: send the body as it is.")
              .with("Accept-Encoding", "identity"));
    }
    if (is(event.header("content-type"), wanted)) {
      return Optional.empty();
    }
    var name = wanted.equals(MERGE_PATCH) ? "Accept-Patch" : "Accept";
    return Optional.of(
        Problem.UNSUPPORTED_MEDIA_TYPE
            .because("Content-Type must be " + wanted + ", in UTF-8.")
            .with(name, wanted));
  }

  /**
   * Returns whether a body is of this type. A parameter that JSON does not define says nothing (RFC
   * 2045, section 5); {@code charset} is none of JSON's either, but a client that names another one
   * means it.
   */
  private static boolean is(List<String> fields, String wanted) {
    if (fields.size() != 1) {
      return false;
    }
    var field = new FieldCursor(fields.getFirst());
    field.skipBlanks();
    var type = field.token();
    var subtype = field.take("/") ? field.token() : Optional.<String>empty();
    var parameters = Parameters.read(field);
    return type.isPresent()
        && subtype.isPresent()
        && (type.get() + "/" + subtype.get()).equalsIgnoreCase(wanted)
        && parameters.isPresent()
        && field.atEnd()
        && parameters.get().values("charset").stream().allMatch("utf-8"::equalsIgnoreCase);
  }
}

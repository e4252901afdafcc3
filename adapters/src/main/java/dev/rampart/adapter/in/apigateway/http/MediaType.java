package dev.rampart.adapter.in.apigateway.http;

import java.util.List;
import java.util.Optional;

/** The media types of this API (RFC 9110, section 8.3). */
public final class MediaType {

  public static final String JSON = "application/json";
  public static final String PROBLEM = "application/problem+json";
  public static final String MERGE_PATCH = "application/merge-patch+json";

  private MediaType() {}

  /**
   * Checks that the body has the media type that is wanted, and is not encoded.
   *
   * @throws RefusedRequest if it has not
   */
  public static void check(ProxyEvent event, String wanted) {
    if (!event.header("content-encoding").isEmpty()) {
      throw new RefusedRequest(
          CommonProblem.UNSUPPORTED_MEDIA_TYPE
              .because("Content-Encoding is not supported. Send the body without one.")
              .with("Accept-Encoding", "identity"));
    }
    if (!is(event.header("content-type"), wanted)) {
      String name = wanted.equals(MERGE_PATCH) ? "Accept-Patch" : "Accept";
      throw new RefusedRequest(
          CommonProblem.UNSUPPORTED_MEDIA_TYPE
              .because("Content-Type must be " + wanted + ", in UTF-8.")
              .with(name, wanted));
    }
  }

  /**
   * Returns whether a body is of this type. A parameter that JSON does not define means nothing
   * (RFC 2045, section 5); JSON does not define {@code charset} either, but a client that names
   * another one means it.
   */
  private static boolean is(List<String> fields, String wanted) {
    if (fields.size() != 1) {
      return false;
    }
    HeaderReader field = new HeaderReader(fields.getFirst());
    field.skipBlanks();
    Optional<String> type = field.token();
    Optional<String> subtype = field.take("/") ? field.token() : Optional.empty();
    Optional<MediaTypeParameters> parameters = MediaTypeParameters.read(field);
    return type.isPresent()
        && subtype.isPresent()
        && (type.get() + "/" + subtype.get()).equalsIgnoreCase(wanted)
        && parameters.isPresent()
        && field.atEnd()
        && parameters.get().values("charset").stream().allMatch("utf-8"::equalsIgnoreCase);
  }
}

package dev.rampart.adapter.in.apigateway;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Media types of requests (RFC 9110, section 8.3), as far as this API takes any. */
final class MediaType {

  static final String JSON = "application/json";
  static final String PROBLEM = "application/problem+json";
  static final String MERGE_PATCH = "application/merge-patch+json";

  /** Charset is the one parameter that JSON clients send although it means nothing. */
  private static final Pattern CHARSET =
      Pattern.compile(
          "([!-:<-~]{1,100})(?:[ \\t]*;[ \\t]*charset=(?:utf-8|\"utf-8\"))?[ \\t]*",
          Pattern.CASE_INSENSITIVE);

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

  private static boolean is(List<String> fields, String wanted) {
    if (fields.size() != 1) {
      return false;
    }
    var match = CHARSET.matcher(fields.getFirst());
    return match.matches() && match.group(1).toLowerCase(Locale.ROOT).equals(wanted);
  }
}

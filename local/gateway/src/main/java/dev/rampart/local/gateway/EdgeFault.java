package dev.rampart.local.gateway;

/** What is refused before a request is looked at as one of the API: gate {@code edge}. */
enum EdgeFault {
  MALFORMED(400, "bad-request", "Bad request", "The request is not well-formed."),
  BODY_BROKEN(400, "bad-request", "Bad request", "The length or the chunks of the body are wrong."),
  HOST(400, "bad-request", "Bad request", "Send exactly one Host field, with a host in it."),
  TARGET(400, "bad-request", "Bad request", "The path or the query is not well-formed."),
  METHOD(405, "method-not-allowed", "Method not allowed", "This method is used nowhere here."),
  SLOW(408, "request-timeout", "Request timed out", "The request did not arrive in time."),
  BODY_TOO_LARGE(413, "content-too-large", "Body too large", "A body has at most 65536 bytes."),
  TARGET_TOO_LONG(414, "target-too-long", "Target too long", "Path and query are too long."),
  ENCODED(
      415,
      "unsupported-media-type",
      "Unsupported media type",
      "Send the body without a Content-Encoding."),
  EXPECTATION(
      417, "expectation-failed", "Expectation failed", "The only expectation is 100-continue."),
  FIELDS_TOO_LARGE(
      431,
      "fields-too-large",
      "Header fields too large",
      "The header fields are too many or long."),
  METHOD_UNKNOWN(501, "not-implemented", "Not implemented", "This method is not known here."),
  CODING_UNKNOWN(501, "not-implemented", "Not implemented", "The only transfer coding is chunked."),
  VERSION(
      505, "version-not-supported", "Version not supported", "Use version 1.1 of the protocol.");

  private final int status;
  private final String problem;
  private final String title;
  private final String detail;

  EdgeFault(int status, String problem, String title, String detail) {
    this.status = status;
    this.problem = problem;
    this.title = title;
    this.detail = detail;
  }

  int status() {
    return status;
  }

  String problem() {
    return problem;
  }

  String title() {
    return title;
  }

  String detail() {
    return detail;
  }
}

package dev.rampart.local.protocol.http;

/** Why the server itself refuses a request, before or instead of the {@link HttpHandler}. */
public enum HttpFault {
  MALFORMED(400, "bad-request", "The request is malformed", "The request is not well-formed."),
  BODY_BROKEN(
      400,
      "bad-request",
      "The request is malformed",
      "The length or the chunks of the body are wrong."),
  HOST(
      400,
      "bad-request",
      "The request is malformed",
      "Send exactly one Host field, with a host in it."),
  TARGET(
      400, "bad-request", "The request is malformed", "The path or the query is not well-formed."),
  CROSS_SITE(
      403, "cross-site", "Cross-site request", "Web pages of other sites are not served here."),
  METHOD(405, "method-not-allowed", "Method not allowed", "This method is used nowhere here."),
  SLOW(408, "request-timeout", "Request timed out", "The request did not arrive in time."),
  BODY_TOO_LARGE(
      413,
      "content-too-large",
      "The body is too large",
      "The body is larger than this port takes."),
  TARGET_TOO_LONG(414, "target-too-long", "Target too long", "Path and query are too long."),
  ENCODED(
      415,
      "unsupported-media-type",
      "The body has the wrong media type",
      "Send the body without a Content-Encoding."),
  EXPECTATION(
      417, "expectation-failed", "Expectation failed", "The only expectation is 100-continue."),
  MISDIRECTED(
      421,
      "misdirected-request",
      "Misdirected request",
      "This port answers only to the names of this machine: 127.0.0.1, localhost and [::1]."),
  FIELDS_TOO_LARGE(
      431,
      "fields-too-large",
      "Header fields too large",
      "The header fields are too many or long."),
  FAILED(500, "internal-error", "Internal error", "The server failed; its log says why."),
  CODING_UNKNOWN(501, "not-implemented", "Not implemented", "The only transfer coding is chunked."),
  BUSY(
      503,
      "service-unavailable",
      "Service unavailable",
      "Other requests fill the memory or the connections of this port; try again shortly."),
  VERSION(
      505, "version-not-supported", "Version not supported", "Use version 1.1 of the protocol.");

  private final int status;
  private final String code;
  private final String title;
  private final String detail;

  HttpFault(int status, String code, String title, String detail) {
    this.status = status;
    this.code = code;
    this.title = title;
    this.detail = detail;
  }

  public int status() {
    return status;
  }

  /** Returns a short name for programs, in lower case with hyphens. */
  public String code() {
    return code;
  }

  public String title() {
    return title;
  }

  /** Returns one sentence for people. */
  public String detail() {
    return detail;
  }
}

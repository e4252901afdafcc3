package dev.rampart.local.protocol.http;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes answers. */
final class ResponseWriter {
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Fields that this class writes, or that would contradict them. */
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "date", "keep-alive", "transfer-encoding", "upgrade");

  private static final int NO_CONTENT = 204;
  private static final int NOT_MODIFIED = 304;

  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(200, "OK"),
          Map.entry(201, "Created"),
          Map.entry(202, "Accepted"),
          Map.entry(NO_CONTENT, "No Content"),
          Map.entry(302, "Found"),
          Map.entry(303, "See Other"),
          Map.entry(NOT_MODIFIED, "Not Modified"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(406, "Not Acceptable"),
          Map.entry(408, "Request Timeout"),
          Map.entry(409, "Conflict"),
          Map.entry(412, "Precondition Failed"),
          Map.entry(413, "Content Too Large"),
          Map.entry(414, "URI Too Long"),
          Map.entry(415, "Unsupported Media Type"),
          Map.entry(417, "Expectation Failed"),
          Map.entry(421, "Misdirected Request"),
          Map.entry(422, "Unprocessable Content"),
          Map.entry(428, "Precondition Required"),
          Map.entry(429, "Too Many Requests"),
          Map.entry(431, "Request Header Fields Too Large"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(501, "Not Implemented"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"),
          Map.entry(505, "HTTP Version Not Supported"));

  private ResponseWriter() {}

  /**
   * Returns the bytes of an answer up to its body.
   *
   * @param closes whether the connection ends after it
   */
  static byte[] head(HttpResponse answer, Instant now, boolean closes) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(answer.status()).append(' ');
    head.append(REASONS.getOrDefault(answer.status(), "")).append("\r\n");
    for (Field field : answer.fields()) {
      if (!OWN.contains(field.key())) {
        line(head, field.name(), field.value());
      }
    }
    line(head, "Date", DATE.format(now));
    if (hasLength(answer)) {
      line(head, "Content-Length", Integer.toString(answer.body().length));
    }
    if (closes) {
      line(head, "Connection", "close");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Returns the body that goes with the head; to HEAD its length alone is told. */
  static byte[] body(String method, HttpResponse answer) {
    return hasLength(answer) && !method.equals("HEAD") ? answer.body() : HttpResponse.NO_BODY;
  }

  /** RFC 9110 8.6 forbids a length with 204; with 304 it would be that of the whole document. */
  private static boolean hasLength(HttpResponse answer) {
    return answer.status() != NO_CONTENT && answer.status() != NOT_MODIFIED;
  }

  private static void line(StringBuilder head, String name, String value) {
    if (!HttpToken.isToken(name) || value.chars().anyMatch(ResponseWriter::isForbidden)) {
      throw new IllegalArgumentException("The answer has a malformed header field.");
    }
    head.append(name).append(": ").append(value).append("\r\n");
  }

  private static boolean isForbidden(int c) {
    return (c < ' ' && c != '\t') || c == 0x7f || c > 0xff;
  }
}

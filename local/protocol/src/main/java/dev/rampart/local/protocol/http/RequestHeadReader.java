package dev.rampart.local.protocol.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the head of one request by the letter of RFC 9112, and refuses everything else. */
final class RequestHeadReader {
  /** The methods that some path of some port has; in the order in which they are told. */
  static final List<String> METHODS =
      List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");

  private static final int METHOD_LENGTH_MAX = 64;
  private static final int TARGET_LENGTH_MAX = 8 * 1024;
  private static final int LINE_LENGTH_MAX = TARGET_LENGTH_MAX + METHOD_LENGTH_MAX;
  private static final int FIELDS_MAX = 100;

  /**
   * Of all Authorization fields together. An absurdly long token is for the authorizer to refuse,
   * so that its client learns why.
   */
  private static final int AUTHORIZATION_LENGTH_MAX = 96 * 1024;

  private static final Pattern VERSION = Pattern.compile("HTTP/[0-9]\\.[0-9]");
  private static final Pattern HOST =
      Pattern.compile("(?:[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+\\])(?::[0-9]{1,5})?");
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final int LENGTH_DIGITS_MAX = 18;

  private final DeadlineReader reader;
  private final HttpLimits limits;
  private final Audience audience;
  private final String sourceIp;
  private HttpRequest soFar;

  RequestHeadReader(DeadlineReader reader, HttpLimits limits, Audience audience, String sourceIp) {
    this.reader = reader;
    this.limits = limits;
    this.audience = audience;
    this.sourceIp = sourceIp;
    this.soFar = HttpRequest.unread(sourceIp);
  }

  private record RequestLine(String method, String target, String version) {}

  /** Returns what was understood before a fault. */
  HttpRequest soFar() {
    return soFar;
  }

  /**
   * Reads a head.
   *
   * @throws RequestRefused if it is not well-formed, too large, or not for this port
   */
  RequestHead read() throws IOException {
    RequestLine line = requestLine();
    if (!line.version().equals("HTTP/1.1")) {
      throw new RequestRefused(HttpFault.VERSION);
    }
    RequestTarget target = RequestTarget.split(line.target());
    soFar = request(line.method(), target, List.of());
    List<Field> fields = fields();
    soFar = request(line.method(), target, fields);
    checkMethod(line.method());
    if (line.target().length() > TARGET_LENGTH_MAX) {
      throw new RequestRefused(HttpFault.TARGET_TOO_LONG);
    }
    target.check();
    audience.check(host(fields), fields);
    RequestHead.Framing framing = framing(fields);
    boolean awaits = awaitsContinue(fields);
    if (Field.first(fields, "Content-Encoding").isPresent()) {
      throw new RequestRefused(HttpFault.ENCODED);
    }
    boolean closes = framing instanceof RequestHead.Framing.Chunked || closes(fields);
    return new RequestHead(line.method(), target, fields, framing, awaits, closes);
  }

  private HttpRequest request(String method, RequestTarget target, List<Field> fields) {
    return new HttpRequest(
        method, target.path(), target.query(), fields, HttpResponse.NO_BODY, sourceIp);
  }

  /** Reads the first line; RFC 9112 2.2 forgives one empty line before it. */
  private RequestLine requestLine() throws IOException {
    String first = line();
    String text = first.isEmpty() ? line() : first;
    int space = text.indexOf(' ');
    int last = text.lastIndexOf(' ');
    if (space < 0 || space == last) {
      throw new RequestRefused(HttpFault.MALFORMED);
    }
    RequestLine line =
        new RequestLine(
            text.substring(0, space), text.substring(space + 1, last), text.substring(last + 1));
    boolean formed =
        HttpToken.isToken(line.method())
            && line.method().length() <= METHOD_LENGTH_MAX
            && !line.target().isEmpty()
            && line.target().chars().allMatch(c -> c > ' ')
            && VERSION.matcher(line.version()).matches();
    if (!formed) {
      throw new RequestRefused(HttpFault.MALFORMED);
    }
    return line;
  }

  private String line() throws IOException {
    return reader.line(LINE_LENGTH_MAX, HttpFault.TARGET_TOO_LONG);
  }

  private List<Field> fields() throws IOException {
    List<Field> fields = new ArrayList<>();
    int length = 0;
    int authorization = 0;
    String line = fieldLine();
    while (!line.isEmpty()) {
      Field field = field(line);
      if (field.is("Authorization")) {
        authorization += line.length();
      } else if (line.length() > limits.fieldBytes()) {
        throw new RequestRefused(HttpFault.FIELDS_TOO_LARGE);
      } else {
        length += line.length();
      }
      if (length > 2L * limits.fieldBytes()
          || authorization > AUTHORIZATION_LENGTH_MAX
          || fields.size() == FIELDS_MAX) {
        throw new RequestRefused(HttpFault.FIELDS_TOO_LARGE);
      }
      fields.add(field);
      line = fieldLine();
    }
    return List.copyOf(fields);
  }

  private String fieldLine() throws IOException {
    int max = Math.max(AUTHORIZATION_LENGTH_MAX, limits.fieldBytes());
    return limits.lenientFields()
        ? reader.lenientLine(max, HttpFault.FIELDS_TOO_LARGE)
        : reader.line(max, HttpFault.FIELDS_TOO_LARGE);
  }

  private static Field field(String line) {
    int colon = line.indexOf(':');
    if (colon < 0 || !HttpToken.isToken(line.substring(0, colon))) {
      throw new RequestRefused(HttpFault.MALFORMED);
    }
    // A line has no other white space than spaces and tabs.
    return new Field(line.substring(0, colon), line.substring(colon + 1).strip());
  }

  private static void checkMethod(String method) {
    // RFC 9110 has 501 for an unknown one, which counts as a fault of the server wherever it is
    // counted; it is the client's, as a known one that nothing here has.
    if (!METHODS.contains(method)) {
      throw new RequestRefused(HttpFault.METHOD);
    }
  }

  private static String host(List<Field> fields) {
    List<String> hosts = Field.all(fields, "Host");
    if (hosts.size() != 1 || !HOST.matcher(hosts.getFirst()).matches()) {
      throw new RequestRefused(HttpFault.HOST);
    }
    return hosts.getFirst();
  }

  private RequestHead.Framing framing(List<Field> fields) {
    List<String> lengths = Field.all(fields, "Content-Length");
    List<String> codings = Field.all(fields, "Transfer-Encoding");
    if (codings.isEmpty()) {
      return new RequestHead.Framing.Length(length(lengths));
    }
    if (!lengths.isEmpty()) {
      throw new RequestRefused(HttpFault.BODY_BROKEN);
    }
    if (codings.size() != 1 || !codings.getFirst().equalsIgnoreCase("chunked")) {
      throw new RequestRefused(HttpFault.CODING_UNKNOWN);
    }
    return new RequestHead.Framing.Chunked();
  }

  private int length(List<String> lengths) {
    if (lengths.isEmpty()) {
      return 0;
    }
    Matcher digits = DIGITS.matcher(lengths.getFirst());
    if (lengths.size() != 1 || !digits.matches()) {
      throw new RequestRefused(HttpFault.BODY_BROKEN);
    }
    boolean fits =
        lengths.getFirst().length() <= LENGTH_DIGITS_MAX
            && Long.parseLong(lengths.getFirst()) <= limits.bodyBytes();
    if (!fits) {
      throw new RequestRefused(HttpFault.BODY_TOO_LARGE);
    }
    return Integer.parseInt(lengths.getFirst());
  }

  private static boolean awaitsContinue(List<Field> fields) {
    List<String> expected = elements(Field.all(fields, "Expect"));
    if (!expected.stream().allMatch("100-continue"::equalsIgnoreCase)) {
      throw new RequestRefused(HttpFault.EXPECTATION);
    }
    return !expected.isEmpty();
  }

  private static boolean closes(List<Field> fields) {
    return elements(Field.all(fields, "Connection")).stream().anyMatch("close"::equalsIgnoreCase);
  }

  /** Returns the elements of a list; empty ones do not count (RFC 9110 5.6.1). */
  private static List<String> elements(List<String> values) {
    return values.stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .map(String::strip)
        .filter(element -> !element.isEmpty())
        .toList();
  }
}

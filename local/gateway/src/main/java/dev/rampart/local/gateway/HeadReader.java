package dev.rampart.local.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the head of one request by the letter of RFC 9112, and refuses everything else. */
final class HeadReader {
  static final int BODY_BYTES_MAX = 64 * 1024;
  static final List<String> METHODS =
      List.of("DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT");
  private static final int TARGET_LENGTH_MAX = 8 * 1024;
  private static final int LINE_LENGTH_MAX = TARGET_LENGTH_MAX + 64;
  private static final int FIELD_LENGTH_MAX = 12 * 1024;
  private static final int TOKEN_LENGTH_MAX = 96 * 1024;
  private static final int FIELDS_LENGTH_MAX = 24 * 1024;
  private static final int FIELDS_MAX = 100;

  private static final Pattern LINE =
      Pattern.compile("([!#$%&'*+.^_`|~A-Za-z0-9-]{1,64}) ([\\x21-\\x7e]+) HTTP/([0-9]\\.[0-9])");
  private static final Pattern FIELD =
      Pattern.compile("([!#$%&'*+.^_`|~A-Za-z0-9-]+):[ \\t]*(.*?)[ \\t]*");
  private static final Pattern HOST =
      Pattern.compile("([A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?");
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");

  private final Wire wire;
  private Optional<Inbound> soFar = Optional.empty();

  HeadReader(Wire wire) {
    this.wire = wire;
  }

  /** Returns what was understood before a fault, for the log. */
  Optional<Inbound> soFar() {
    return soFar;
  }

  /**
   * Reads a head.
   *
   * @throws WireFault where it is refused
   */
  Head read(String sourceIp) {
    String first = requestLine();
    // RFC 9112 2.2: one empty line before a request is forgiven.
    Matcher line = LINE.matcher(first.isEmpty() ? requestLine() : first);
    if (!line.matches()) {
      throw new WireFault(EdgeFault.MALFORMED);
    }
    if (!line.group(3).equals("1.1")) {
      throw new WireFault(EdgeFault.VERSION);
    }
    String method = line.group(1);
    Target target = Target.split(line.group(2));
    soFar = Optional.of(inbound(method, target, List.of(), sourceIp));
    List<Field> fields = fields();
    soFar = Optional.of(inbound(method, target, fields, sourceIp));
    checkMethod(method);
    if (line.group(2).length() > TARGET_LENGTH_MAX) {
      throw new WireFault(EdgeFault.TARGET_TOO_LONG);
    }
    target.check();
    checkHost(fields);
    Head.Framing framing = framing(fields);
    boolean awaits = awaitsContinue(fields);
    if (Field.first(fields, "Content-Encoding").isPresent()) {
      throw new WireFault(EdgeFault.ENCODED);
    }
    return new Head(
        method,
        target.path(),
        target.query(),
        fields,
        framing,
        awaits,
        framing instanceof Head.Framing.Chunked || closes(fields));
  }

  private String requestLine() {
    return wire.line(LINE_LENGTH_MAX, EdgeFault.TARGET_TOO_LONG);
  }

  private static Inbound inbound(
      String method, Target target, List<Field> fields, String sourceIp) {
    return new Inbound(method, target.path(), target.query(), fields, new byte[0], sourceIp);
  }

  private List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    int length = 0;
    String line = wire.line(TOKEN_LENGTH_MAX, EdgeFault.FIELDS_TOO_LARGE);
    while (!line.isEmpty()) {
      Matcher matcher = FIELD.matcher(line);
      if (!matcher.matches()) {
        throw new WireFault(EdgeFault.MALFORMED);
      }
      Field field = new Field(matcher.group(1), matcher.group(2));
      // An absurdly long token is the authorizer's to refuse, so that its client learns why.
      int counted = field.is("Authorization") ? 0 : line.length();
      length += counted;
      if (counted > FIELD_LENGTH_MAX || length > FIELDS_LENGTH_MAX || fields.size() == FIELDS_MAX) {
        throw new WireFault(EdgeFault.FIELDS_TOO_LARGE);
      }
      fields.add(field);
      line = wire.line(TOKEN_LENGTH_MAX, EdgeFault.FIELDS_TOO_LARGE);
    }
    return List.copyOf(fields);
  }

  private static void checkMethod(String method) {
    if (method.equals("TRACE") || method.equals("CONNECT")) {
      throw new WireFault(EdgeFault.METHOD);
    }
    if (!METHODS.contains(method)) {
      throw new WireFault(EdgeFault.METHOD_UNKNOWN);
    }
  }

  private static void checkHost(List<Field> fields) {
    List<String> hosts = Field.all(fields, "Host");
    if (hosts.size() != 1 || !HOST.matcher(hosts.getFirst()).matches()) {
      throw new WireFault(EdgeFault.HOST);
    }
  }

  private static Head.Framing framing(List<Field> fields) {
    List<String> lengths = Field.all(fields, "Content-Length");
    List<String> codings = Field.all(fields, "Transfer-Encoding");
    if (codings.isEmpty()) {
      return new Head.Framing.Length(length(lengths));
    }
    if (!lengths.isEmpty()) {
      throw new WireFault(EdgeFault.BODY_BROKEN);
    }
    if (codings.size() != 1 || !codings.getFirst().equalsIgnoreCase("chunked")) {
      throw new WireFault(EdgeFault.CODING_UNKNOWN);
    }
    return new Head.Framing.Chunked();
  }

  private static int length(List<String> lengths) {
    if (lengths.isEmpty()) {
      return 0;
    }
    if (lengths.size() != 1 || !lengths.getFirst().matches("[0-9]+")) {
      throw new WireFault(EdgeFault.BODY_BROKEN);
    }
    boolean fits = LENGTH.matcher(lengths.getFirst()).matches();
    long length = fits ? Long.parseLong(lengths.getFirst()) : Long.MAX_VALUE;
    if (length > BODY_BYTES_MAX) {
      throw new WireFault(EdgeFault.BODY_TOO_LARGE);
    }
    return (int) length;
  }

  private static boolean awaitsContinue(List<Field> fields) {
    List<String> expected = Field.all(fields, "Expect");
    if (expected.isEmpty()) {
      return false;
    }
    if (expected.size() != 1 || !expected.getFirst().equalsIgnoreCase("100-continue")) {
      throw new WireFault(EdgeFault.EXPECTATION);
    }
    return true;
  }

  private static boolean closes(List<Field> fields) {
    return Field.all(fields, "Connection").stream()
        .flatMap(value -> List.of(value.split(",", -1)).stream())
        .anyMatch(option -> option.strip().toLowerCase(Locale.ROOT).equals("close"));
  }
}

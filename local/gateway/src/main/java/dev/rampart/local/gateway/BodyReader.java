package dev.rampart.local.gateway;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/** Reads the body of a request to its end, and never further than a body may go. */
final class BodyReader {
  private static final int LINE_LENGTH_MAX = 1024;
  private static final int TRAILERS_MAX = 16;
  private static final Pattern SIZE = Pattern.compile("([0-9A-Fa-f]{1,8})(?:;[^;].*)?");
  private static final Pattern TRAILER = Pattern.compile("[!#$%&'*+.^_`|~A-Za-z0-9-]+:.*");

  private final Wire wire;

  BodyReader(Wire wire) {
    this.wire = wire;
  }

  /**
   * Reads a body.
   *
   * @throws WireFault where it is broken or too large
   */
  byte[] read(Head.Framing framing) {
    return switch (framing) {
      case Head.Framing.Length(int bytes) -> wire.read(bytes);
      case Head.Framing.Chunked() -> chunks();
    };
  }

  private byte[] chunks() {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int size = size();
    while (size > 0) {
      if (size > HeadReader.BODY_BYTES_MAX - body.size()) {
        throw new WireFault(EdgeFault.BODY_TOO_LARGE);
      }
      body.writeBytes(wire.read(size));
      if (!line().isEmpty()) {
        throw new WireFault(EdgeFault.BODY_BROKEN);
      }
      size = size();
    }
    trailers();
    return body.toByteArray();
  }

  private int size() {
    var size = SIZE.matcher(line());
    if (!size.matches()) {
      throw new WireFault(EdgeFault.BODY_BROKEN);
    }
    return (int) Math.min(Long.parseLong(size.group(1), 16), Integer.MAX_VALUE);
  }

  /** Trailer fields are read, so that they are no part of the next request, and forgotten. */
  private void trailers() {
    int count = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (++count > TRAILERS_MAX || !TRAILER.matcher(line).matches()) {
        throw new WireFault(EdgeFault.BODY_BROKEN);
      }
    }
  }

  private String line() {
    return wire.line(LINE_LENGTH_MAX, EdgeFault.BODY_BROKEN);
  }
}

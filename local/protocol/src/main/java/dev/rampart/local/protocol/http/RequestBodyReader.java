package dev.rampart.local.protocol.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;

/** Reads the body of a request to its end, and never further than a body may go. */
final class RequestBodyReader {
  private static final int LINE_LENGTH_MAX = 1024;
  private static final int TRAILERS_MAX = 16;

  /** The digits of a chunk's size, so that it fits a {@code long}. */
  private static final int SIZE_DIGITS_MAX = 8;

  /** A body in more chunks than these costs more to take apart than to read. */
  private static final int CHUNKS_MAX = 16 * 1024;

  private final DeadlineReader reader;
  private final int bytesMax;

  RequestBodyReader(DeadlineReader reader, int bytesMax) {
    this.reader = reader;
    this.bytesMax = bytesMax;
  }

  /**
   * Reads a body.
   *
   * @throws RequestRefused if it is broken or too large
   */
  byte[] read(RequestHead.Framing framing) throws IOException {
    return switch (framing) {
      case RequestHead.Framing.Length(int bytes) -> reader.read(bytes);
      case RequestHead.Framing.Chunked() -> chunks();
    };
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    int count = 0;
    for (long size = size(); size > 0; size = size()) {
      if (size > bytesMax - body.size() || ++count > CHUNKS_MAX) {
        throw new RequestRefused(HttpFault.BODY_TOO_LARGE);
      }
      body.writeBytes(reader.read((int) size));
      if (!line().isEmpty()) {
        throw new RequestRefused(HttpFault.BODY_BROKEN);
      }
    }
    trailers();
    return body.toByteArray();
  }

  private long size() throws IOException {
    String line = line();
    int digits = 0;
    while (digits < line.length() && Character.digit(line.charAt(digits), 16) >= 0) {
      digits++;
    }
    String extension = line.substring(digits);
    boolean extensionFits =
        extension.isEmpty()
            || (extension.length() > 1 && extension.charAt(0) == ';' && extension.charAt(1) != ';');
    if (digits == 0 || digits > SIZE_DIGITS_MAX || !extensionFits) {
      throw new RequestRefused(HttpFault.BODY_BROKEN);
    }
    return Long.parseLong(line.substring(0, digits), 16);
  }

  /** Trailer fields are read, so that they are no part of the next request, and forgotten. */
  private void trailers() throws IOException {
    int count = 0;
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      if (++count > TRAILERS_MAX || colon < 0 || !HttpToken.isToken(line.substring(0, colon))) {
        throw new RequestRefused(HttpFault.BODY_BROKEN);
      }
    }
  }

  private String line() throws IOException {
    return reader.line(LINE_LENGTH_MAX, HttpFault.BODY_BROKEN);
  }
}

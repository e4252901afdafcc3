package dev.rampart.local.inspect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream as bytes, each bounded in length. */
final class ByteLines {

  private final InputStream in;
  private final int bytesMax;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private boolean tooLong;
  private int number;

  ByteLines(InputStream in, int bytesMax) {
    this.in = in;
    this.bytesMax = bytesMax;
  }

  /** Goes on to the next line; false if there is none. */
  boolean next() throws IOException {
    bytes.reset();
    tooLong = false;
    int read = in.read();
    if (read < 0) {
      return false;
    }
    number++;
    while (read >= 0 && read != '\n') {
      if (bytes.size() < bytesMax) {
        bytes.write(read);
      } else {
        tooLong = true;
      }
      read = in.read();
    }
    return true;
  }

  /** The number of the line, from 1. */
  int number() {
    return number;
  }

  /**
   * Returns the line without its end.
   *
   * @throws IllegalArgumentException if it is longer than it may be
   */
  byte[] bytes() {
    if (tooLong) {
      throw new IllegalArgumentException("is longer than " + bytesMax + " bytes");
    }
    return bytes.toByteArray();
  }
}

package dev.rampart.local.gateway;

import io.helidon.common.buffers.DataReader;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The bytes of one connection, read under a deadline. */
final class Wire {
  private final Pump source;
  private byte[] buffer = new byte[0];
  private int next;
  private long deadline;

  Wire(DataReader socket) {
    this.source = new Pump(socket);
  }

  /** Gives all that is read from now on so much time together. */
  void within(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
  }

  /**
   * Waits for the first byte of a request.
   *
   * @return whether there is one; else the client is gone, or silent for too long
   */
  boolean awaitRequest() {
    try {
      fill();
      return true;
    } catch (DataReader.InsufficientDataAvailableException | WireFault _) {
      return false;
    }
  }

  /**
   * Returns the next byte.
   *
   * @throws WireFault where it does not come in time
   */
  int read() {
    fill();
    return buffer[next++] & 0xff;
  }

  byte[] read(int length) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(length);
    while (bytes.size() < length) {
      fill();
      int part = Math.min(length - bytes.size(), buffer.length - next);
      bytes.write(buffer, next, part);
      next += part;
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a line that ends in CR LF and has no other control characters.
   *
   * @param tooLong what is wrong with a line of more than {@code max} bytes
   */
  String line(int max, EdgeFault tooLong) {
    StringBuilder line = new StringBuilder();
    int c = read();
    while (c != '\r') {
      if ((c < ' ' && c != '\t') || c >= 0x7f) {
        throw new WireFault(EdgeFault.MALFORMED);
      }
      if (line.length() == max) {
        throw new WireFault(tooLong);
      }
      line.append((char) c);
      c = read();
    }
    if (read() != '\n') {
      throw new WireFault(EdgeFault.MALFORMED);
    }
    return line.toString();
  }

  /** Throws away what still comes, so that closing does not take the answer back. */
  void drain(int bytesMax) {
    int left = bytesMax;
    try {
      while (left > 0) {
        fill();
        left -= buffer.length - next;
        next = buffer.length;
      }
    } catch (DataReader.InsufficientDataAvailableException | WireFault _) {
      // The client has closed, or is silent: both end the draining.
    }
  }

  private void fill() {
    if (next == buffer.length) {
      Duration left = Duration.ofNanos(deadline - System.nanoTime());
      buffer = source.next(left).orElseThrow(() -> new WireFault(EdgeFault.SLOW));
      next = 0;
    }
  }

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}

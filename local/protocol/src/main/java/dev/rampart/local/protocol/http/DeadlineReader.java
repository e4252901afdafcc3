package dev.rampart.local.protocol.http;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** The bytes of one connection, read under a deadline and counted against a budget. */
final class DeadlineReader {
  /** What a connection may hold without counting: an honest head, and most bodies. */
  static final int UNCOUNTED_BYTES = 16 * 1024;

  private static final int BUFFER_BYTES = 8 * 1024;

  /** The first space of a body; more is taken as its bytes come, not as its length says. */
  private static final int FIRST_BODY_BYTES = 64 * 1024;

  private static final int LAST_VISIBLE = 0x7e;
  private static final int LAST_BYTE = 0xff;

  /** A request in more small pieces than these is read in steps of a millisecond. */
  private static final int SMALL_PIECES_MAX = 64;

  private static final int SMALL_PIECE_BYTES = 512;

  private final Socket socket;
  private final ByteBudget budget;
  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int next;
  private int end;
  private long deadline;
  private int held;
  private int smallPieces;

  DeadlineReader(Socket socket, ByteBudget budget) {
    this.socket = socket;
    this.budget = budget;
  }

  /** Gives all that is read from now on so much time together. */
  void within(Duration time) {
    deadline = System.nanoTime() + time.toNanos();
  }

  /** Waits for the first byte of a request; returns false if the client is gone or silent. */
  boolean awaitRequest() throws IOException {
    try {
      fill();
      return true;
    } catch (EOFException | RequestRefused _) {
      return false;
    }
  }

  /** Counts bytes that are held for the request under way, until {@link #release}. */
  void hold(int bytes) {
    budget.take(counted(held + bytes) - counted(held));
    held += bytes;
  }

  /** Counts the bytes of an answer, which is not refused: what it tells of has happened. */
  void holdAnswer(int bytes) {
    budget.overdraw(counted(held + bytes) - counted(held));
    held += bytes;
  }

  private static int counted(int bytes) {
    return Math.max(bytes - UNCOUNTED_BYTES, 0);
  }

  /** Ends the count of a request. */
  void release() {
    budget.giveBack(counted(held));
    held = 0;
    smallPieces = 0;
  }

  private int read() throws IOException {
    fill();
    return buffer[next++] & 0xff;
  }

  /**
   * Reads exactly so many bytes.
   *
   * @throws RequestRefused if they do not come in time, or are more than the port can hold
   */
  byte[] read(int length) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.min(length, FIRST_BODY_BYTES));
    while (bytes.size() < length) {
      fill();
      int part = Math.min(length - bytes.size(), end - next);
      bytes.write(buffer, next, part);
      next += part;
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a line of ASCII that ends in CR LF and has no other control characters than tabs.
   *
   * @param tooLong what is wrong with a line of more than {@code max} bytes
   */
  String line(int max, HttpFault tooLong) throws IOException {
    return line(max, LAST_VISIBLE, tooLong);
  }

  /** Reads a line as {@link #line} does, which may have bytes outside ASCII and DEL as well. */
  String lenientLine(int max, HttpFault tooLong) throws IOException {
    return line(max, LAST_BYTE, tooLong);
  }

  private String line(int max, int last, HttpFault tooLong) throws IOException {
    StringBuilder line = new StringBuilder();
    int c = read();
    while (c != '\r') {
      if ((c < ' ' && c != '\t') || c > last) {
        throw new RequestRefused(HttpFault.MALFORMED);
      }
      if (line.length() == max) {
        throw new RequestRefused(tooLong);
      }
      line.append((char) c);
      c = read();
    }
    if (read() != '\n') {
      throw new RequestRefused(HttpFault.MALFORMED);
    }
    return line.toString();
  }

  /** Throws away what still comes, so that closing does not take the answer back. */
  void drain(int bytesMax) throws IOException {
    try {
      for (int left = bytesMax; left > 0; left -= end) {
        receive();
      }
    } catch (EOFException | RequestRefused _) {
      // The client has closed, or is silent: both end the draining.
    }
  }

  private void fill() throws IOException {
    if (next == end) {
      receive();
      hold(end);
    }
  }

  private void receive() throws IOException {
    long millis = Duration.ofNanos(deadline - System.nanoTime()).toMillis();
    if (millis <= 0) {
      throw new RequestRefused(HttpFault.SLOW);
    }
    socket.setSoTimeout((int) millis);
    try {
      int count = socket.getInputStream().read(buffer);
      if (count < 0) {
        throw new EOFException();
      }
      next = 0;
      end = count;
    } catch (SocketTimeoutException _) {
      throw new RequestRefused(HttpFault.SLOW);
    }
    letPiecesGather();
  }

  /** Keeps a client that sends byte by byte from costing a system call for each. */
  private void letPiecesGather() throws InterruptedIOException {
    if (end >= SMALL_PIECE_BYTES || ++smallPieces <= SMALL_PIECES_MAX) {
      return;
    }
    try {
      Thread.sleep(1);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}

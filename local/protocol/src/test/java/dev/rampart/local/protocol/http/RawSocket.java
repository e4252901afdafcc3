package dev.rampart.local.protocol.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A connection that sends bytes as they are. */
final class RawSocket implements AutoCloseable {
  private final Socket socket;

  RawSocket(int port) {
    try {
      socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  RawSocket send(String text) {
    try {
      socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until an answer begins, and takes no more than its first byte. */
  void awaitAnswer() {
    try {
      var _ = socket.getInputStream().read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns all that comes until the server closes the connection. */
  String readToTheEnd() {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(seen);
    } catch (IOException _) {
      // A reset ends a connection as well.
    }
    return seen.toString(StandardCharsets.ISO_8859_1);
  }

  /** Sends one request that closes its connection, and returns the answer. */
  static String exchange(int port, String head) {
    try (RawSocket socket = new RawSocket(port)) {
      return socket.send(head + "Connection: close\r\n\r\n").readToTheEnd();
    }
  }

  /** Closes as the system does for a process that was killed before it had read everything. */
  void reset() {
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

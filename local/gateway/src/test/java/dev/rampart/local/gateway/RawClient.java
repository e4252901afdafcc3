package dev.rampart.local.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Sends bytes that no HTTP library would send, and counts the answers on the connection. */
public final class RawClient {
  private static final int QUIET_MILLIS = 400;
  private static final int END_MILLIS = 10_000;
  private final int port;

  public RawClient(int port) {
    this.port = port;
  }

  /**
   * What came back on one connection.
   *
   * @param closed whether the server closed it; else it fell quiet
   */
  record Reply(String text, boolean closed) {
    int answers() {
      return text.split("HTTP/1\\.1 [1-5][0-9]{2} ", -1).length - 1;
    }

    int status() {
      return text.length() < 12 ? 0 : Integer.parseInt(text.substring(9, 12));
    }

    String body() {
      int blank = text.indexOf("\r\n\r\n");
      return blank < 0 ? "" : text.substring(blank + 4);
    }

    boolean has(String field) {
      return text.toLowerCase(Locale.ROOT).contains("\r\n" + field + ":");
    }
  }

  Reply send(String bytes) {
    return send(bytes.getBytes(StandardCharsets.ISO_8859_1), QUIET_MILLIS);
  }

  /** Sends what the server answers and then closes; waits for that. */
  public Reply sendToTheEnd(String bytes) {
    return send(bytes.getBytes(StandardCharsets.ISO_8859_1), END_MILLIS);
  }

  private Reply send(byte[] bytes, int quietMillis) {
    try (Socket socket = open()) {
      socket.setSoTimeout(quietMillis);
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return read(socket);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Socket open() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(END_MILLIS);
    return socket;
  }

  /** Reads until the server closes, or has answered and then said nothing for a while. */
  static Reply read(Socket socket) throws IOException {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[8192];
    int waits = 0;
    while (true) {
      try {
        int count = in.read(buffer);
        if (count < 0) {
          return new Reply(seen.toString(StandardCharsets.ISO_8859_1), true);
        }
        seen.write(buffer, 0, count);
      } catch (SocketTimeoutException _) {
        if (seen.size() > 0 || ++waits > 25) {
          return new Reply(seen.toString(StandardCharsets.ISO_8859_1), false);
        }
      }
    }
  }
}

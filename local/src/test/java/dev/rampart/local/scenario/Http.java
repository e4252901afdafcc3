package dev.rampart.local.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/**
 * Sends requests byte by byte, and holds every answer to what is promised of all.
 *
 * @param faults the statuses of faults on our side that may come; usually none
 */
record Http(URI base, Set<Integer> faults) {
  private static final int TIMEOUT_MILLIS = 30_000;

  /** Sends one request on a connection of its own; fields are whole lines. */
  Reply send(String method, String target, List<String> fields, byte[] body) {
    StringBuilder head =
        new StringBuilder(method + " " + target + " HTTP/1.1\r\nHost: localhost\r\n");
    fields.forEach(field -> head.append(field).append("\r\n"));
    if (fields.stream().noneMatch(field -> field.startsWith("User-Agent:"))) {
      // Or the web ACL refuses it.
      head.append("User-Agent: scenario\r\n");
    }
    if (body.length > 0 || method.startsWith("P")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("Connection: close\r\n\r\n");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(body);
    return raw(bytes.toByteArray());
  }

  /** Sends bytes as they are and reads until the gateway closes. */
  Reply raw(byte[] bytes) {
    ByteArrayOutputStream seen = new ByteArrayOutputStream();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), base.getPort())) {
      socket.setSoTimeout(TIMEOUT_MILLIS);
      write(socket, bytes);
      socket.getInputStream().transferTo(seen);
    } catch (SocketException e) {
      // A refused body may be cut off; what was answered before counts.
      if (seen.size() == 0) {
        throw new UncheckedIOException(e);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String text = seen.toString(StandardCharsets.UTF_8);
    int blank = text.indexOf("\r\n\r\n");
    if (blank < 0) {
      throw new AssertionError("no answer: " + text);
    }
    Reply reply = new Reply(text.substring(0, blank), text.substring(blank + 4));
    reply.isAsPromised(faults);
    String[] line = new String(bytes, StandardCharsets.ISO_8859_1).strip().split("[ \r\n]", 3);
    if (line.length == 3 && line[1].startsWith("/")) {
      Documented.check(line[0], line[1], reply);
    }
    return reply;
  }

  private static void write(Socket socket, byte[] bytes) throws IOException {
    try {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    } catch (SocketException _) {
      // The gateway has answered and closed before it read all: the answer is there to read.
    }
  }
}

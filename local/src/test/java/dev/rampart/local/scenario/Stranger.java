package dev.rampart.local.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Somebody without a token who calls from another address of the loopback range. */
record Stranger(URI api, String address) {
  private static final int STATUS_START = 9;
  private static final int STATUS_END = 12;

  /** Returns the answer of a request without a body, as it came. */
  String get(String target) {
    InetAddress from = InetAddress.ofLiteral(address);
    try (Socket socket = new Socket(api.getHost(), api.getPort(), from, 0)) {
      String request =
          "GET "
              + target
              + " HTTP/1.1\r\nHost: "
              + api.getAuthority()
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      InputStream answer = socket.getInputStream();
      return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asks for the scanned paths of a number of tools, which the firewall refuses. */
  void attack(int requests) {
    for (int i = 0; i < requests; i++) {
      var _ = get("/v1/files" + i + "?name=../../../../etc/passwd");
    }
  }

  /** Returns the status of a request that anybody may make. */
  int healthStatus() {
    return Integer.parseInt(get("/v1/health").substring(STATUS_START, STATUS_END));
  }

  /** Returns whether even that is refused by the firewall. */
  boolean isBlocked() {
    String answer = get("/v1/health");
    return answer.contains(" 403 ") && answer.contains("\"gate\":\"waf\"");
  }
}

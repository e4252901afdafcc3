package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Somebody without a token who calls from another address of the loopback range. */
record Stranger(URI api, String address) {
  /** Returns the answer of a request without a body, as it came. */
  String get(String target) {
    InetAddress from = InetAddress.ofLiteral(address);
    try (Socket socket = new Socket(api.getHost(), api.getPort(), from, 0)) {
      String request =
          """
          GET %s HTTP/1.1
          Host: %s
          User-Agent: curl/8
          Connection: close

          """
              .formatted(target, api.getAuthority())
              .replace("\n", "\r\n");
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
      var _ = get("/v1/files" + i + "?name=../../etc/passwd");
    }
  }

  /** Returns whether the firewall refuses whatever comes from the address. */
  boolean isBlocked() {
    String answer = get(ALL);
    return answer.contains(" 403 ") && answer.contains("\"gate\":\"waf\"");
  }

  /** Returns whether the firewall lets a request pass, which has no token then. */
  boolean isLetIn() {
    return get(ALL).contains(" 401 ");
  }
}

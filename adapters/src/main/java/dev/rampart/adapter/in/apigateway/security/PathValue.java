package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.ProxyEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Values in the path. */
final class PathValue {
  private PathValue() {}

  /**
   * Returns an address or a range in the path. The slash of a range is written {@code _}: many
   * gateways and proxies refuse an encoded one, or decode it too early.
   */
  static String range(ProxyEvent event, String name) {
    return of(event, name).replace('_', '/');
  }

  /**
   * Returns a value of the path, decoded. None of the values here can have a percent sign, so it
   * does no harm if the gateway has decoded it before.
   */
  static String of(ProxyEvent event, String name) {
    String text = event.pathParameters().getOrDefault(name, "");
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      return text;
    }
  }
}

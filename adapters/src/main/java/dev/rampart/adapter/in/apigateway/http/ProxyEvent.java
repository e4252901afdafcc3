package dev.rampart.adapter.in.apigateway.http;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A request as API Gateway hands it over (REST proxy event, payload version 1).
 *
 * @param method the HTTP method
 * @param resource the route's template, such as {@code /v1/submissions/{id}}
 * @param path the path as the client sent it, with the stage if there is one
 * @param headers by name in lower case, every value as sent
 * @param query by name, every value as sent
 * @param pathParameters by name
 * @param claims of the access token, as the authorizer passed them on; a missing node if it did not
 *     run
 * @param body the bytes of the body; none if the request has no body
 * @param requestId as the client reads it in {@code x-amzn-RequestId}
 * @param uniqueId an id that no client can choose
 * @param sourceIp the address of the peer; forwarding headers play no part
 * @param apiKeyId empty if no key was asked for
 */
public record ProxyEvent(
    String method,
    String resource,
    String path,
    Map<String, List<String>> headers,
    Map<String, List<String>> query,
    Map<String, String> pathParameters,
    Claims claims,
    byte[] body,
    String requestId,
    String uniqueId,
    String sourceIp,
    String apiKeyId) {

  /** What may go back to a client in a header. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/_.~-]*");

  /** Returns the subject of the token, as the authorizer verified it; empty if it cannot be one. */
  public Optional<String> subject() {
    return claims.subject();
  }

  /** Returns all values of a header, in any case of its name. */
  public List<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /**
   * Returns what precedes {@link ApiVersion#PREFIX} in the path: the stage, a base path, or
   * nothing.
   */
  public String root() {
    int start = path.indexOf(ApiVersion.PREFIX + "/");
    String root = start < 0 ? "" : path.substring(0, start);
    return PLAIN.matcher(root).matches() ? root : "";
  }
}

package dev.rampart.adapter.in.apigateway;

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
 * @param path the path as the client sent it, with the stage where there is one
 * @param headers by name in small letters, every value as sent
 * @param query by name, every value as sent
 * @param pathParameters by name
 * @param claims of the access token, as the authorizer passed them on; empty where it did not run
 * @param body the bytes of the body; none where the request has no body
 * @param requestId as the client reads it in {@code x-amzn-RequestId}
 * @param uniqueId no client can choose it
 * @param sourceIp the address of the peer; forwarding headers play no part
 * @param apiKeyId empty where no key was asked for
 */
record ProxyEvent(
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

  /** The subject of the token, as the authorizer verified it, where it can be one. */
  Optional<String> subject() {
    return claims.subject();
  }

  /** All values of a header, by its name in small letters. */
  List<String> header(String name) {
    return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
  }

  /** What stands before {@code /v1} in the path: the stage, a base path, or nothing. */
  String root() {
    var start = path.indexOf("/v1/");
    var root = start < 0 ? "" : path.substring(0, start);
    return PLAIN.matcher(root).matches() ? root : "";
  }
}

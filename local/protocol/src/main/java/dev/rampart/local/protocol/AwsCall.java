package dev.rampart.local.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.http.HttpRequest;
import java.util.Optional;

/**
 * One call of one operation.
 *
 * @param service the target prefix, for example {@code DynamoDB_20120810}
 * @param operation for example {@code PutItem}
 * @param input always a JSON object
 * @param request the request it came in
 */
public record AwsCall(String service, String operation, JsonNode input, HttpRequest request) {
  private static final String CREDENTIAL = "Credential=";

  /** Returns the access key id of who signed; empty if nobody did. */
  public Optional<String> accessKeyId() {
    return accessKeyId(request);
  }

  /** Returns the access key id of who signed a request; empty if nobody did. */
  public static Optional<String> accessKeyId(HttpRequest request) {
    String authorization = request.header("Authorization").orElse("");
    int start = authorization.indexOf(CREDENTIAL);
    int end = authorization.indexOf('/', Math.max(start, 0));
    return start < 0 || end < 0
        ? Optional.empty()
        : Optional.of(authorization.substring(start + CREDENTIAL.length(), end));
  }
}

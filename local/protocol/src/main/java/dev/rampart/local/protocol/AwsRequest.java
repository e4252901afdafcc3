package dev.rampart.local.protocol;

import java.util.Map;
import java.util.Optional;

/**
 * One HTTP request to an AWS service.
 *
 * @param path the path, without the query
 * @param headers names in lower case; of a repeated field the first value
 */
public record AwsRequest(String method, String path, Map<String, String> headers, byte[] body) {

  /** Returns the first value of a header field; the name is given in lower case. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  /** Returns the access key id that signed the request; empty if it is unsigned. */
  public Optional<String> accessKeyId() {
    return header("authorization").flatMap(AwsRequest::credential);
  }

  private static Optional<String> credential(String authorization) {
    int start = authorization.indexOf("Credential=");
    int end = authorization.indexOf('/', Math.max(start, 0));
    return start < 0 || end < 0
        ? Optional.empty()
        : Optional.of(authorization.substring(start + "Credential=".length(), end));
  }
}

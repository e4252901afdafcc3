package dev.rampart.local.host.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsClient;
import java.io.IOException;
import java.net.URI;

/** The service that a mapping reads from. */
@FunctionalInterface
public interface SourceService {
  /**
   * Carries out one operation.
   *
   * @throws AwsClient.Refused if the service says no
   * @throws IOException if it cannot be reached
   */
  JsonNode call(String operation, JsonNode input) throws IOException, InterruptedException;

  /**
   * Returns a service that answers over HTTP.
   *
   * @param targetPrefix what stands before the operation in {@code X-Amz-Target}
   */
  static SourceService at(URI endpoint, AwsClient client, String targetPrefix) {
    return (operation, input) -> client.call(endpoint, targetPrefix + "." + operation, input);
  }
}

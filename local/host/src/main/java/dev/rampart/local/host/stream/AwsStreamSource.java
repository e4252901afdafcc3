package dev.rampart.local.host.stream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.protocol.AwsClient;
import java.io.IOException;
import java.net.URI;

/** DynamoDB Streams over HTTP, AWS JSON 1.0. */
record AwsStreamSource(AwsClient client, URI endpoint) implements StreamSource {

  @Override
  public JsonNode call(String operation, JsonNode input) throws StreamFault, InterruptedException {
    try {
      return client.call(endpoint, "DynamoDBStreams_20120810." + operation, input);
    } catch (AwsClient.Refused e) {
      throw new StreamFault(e.code(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new StreamFault("", String.valueOf(e.getMessage()));
    }
  }
}

package dev.rampart.local.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsClient;
import dev.rampart.local.template.Resource;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;

/**
 * Makes the template's tables at an endpoint that speaks DynamoDB's protocol; leaves those that are
 * there. It signs nothing: for endpoints that look at signatures, make the tables beforehand.
 */
final class TableMaker implements AutoCloseable {
  /** The properties that CreateTable takes under the same names. */
  private static final Set<String> SAME =
      Set.of(
          "AttributeDefinitions",
          "KeySchema",
          "BillingMode",
          "LocalSecondaryIndexes",
          "GlobalSecondaryIndexes");

  private final AwsClient client;
  private final URI endpoint;

  TableMaker(URI endpoint, String region, String accessKeyId) {
    this.endpoint = endpoint;
    this.client = new AwsClient(region, accessKeyId);
  }

  /**
   * Makes a table and turns its expiry on.
   *
   * @return the ARN of its stream; an empty text where it has none
   * @throws RunFailure where the endpoint refuses or does not answer
   */
  String make(Resource table) throws RunFailure {
    String name = table.physical().ref();
    ObjectNode request = request(table, name);
    JsonNode made = call("CreateTable", request, Set.of("ResourceInUseException"));
    JsonNode expiry = table.property("TimeToLiveSpecification");
    if (!made.isMissingNode() && expiry.path("Enabled").asBoolean()) {
      ObjectNode update = JsonNodeFactory.instance.objectNode().put("TableName", name);
      update.set("TimeToLiveSpecification", expiry);
      call("UpdateTimeToLive", update, Set.of());
    }
    ObjectNode describe = JsonNodeFactory.instance.objectNode().put("TableName", name);
    return call("DescribeTable", describe, Set.of()).path("Table").path("LatestStreamArn").asText();
  }

  private static ObjectNode request(Resource table, String name) {
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("TableName", name);
    for (String property : SAME) {
      if (table.properties().has(property)) {
        request.set(property, table.property(property).deepCopy());
      }
    }
    // A ceiling on cost means nothing here, and not every endpoint knows it.
    request
        .path("GlobalSecondaryIndexes")
        .forEach(index -> ((ObjectNode) index).remove(List.of("OnDemandThroughput")));
    if (table.properties().has("StreamSpecification")) {
      request.set(
          "StreamSpecification",
          ((ObjectNode) table.property("StreamSpecification").deepCopy())
              .put("StreamEnabled", true));
    }
    return request;
  }

  private JsonNode call(String operation, JsonNode input, Set<String> expected) throws RunFailure {
    try {
      return client.call(endpoint, "DynamoDB_20120810." + operation, input);
    } catch (AwsClient.Refused e) {
      if (expected.contains(e.code())) {
        return JsonNodeFactory.instance.missingNode();
      }
      throw new RunFailure(operation + " at " + endpoint + " is refused: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new RunFailure("no tables: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFailure("interrupted while making tables", e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}

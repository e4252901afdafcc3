package dev.rampart.local.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsClient;
import dev.rampart.local.template.Resource;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Makes the template's tables at an endpoint that speaks DynamoDB's protocol; keeps those that are
 * there, if they have the template's shape. It signs nothing: for endpoints that look at
 * signatures, make the tables beforehand.
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
  private final String remedy;

  /**
   * A maker of tables.
   *
   * @param remedy what to do about a table of another shape, in the words of the command line
   */
  TableMaker(URI endpoint, String region, String accessKeyId, String remedy) {
    this.endpoint = endpoint;
    this.client = new AwsClient(region, accessKeyId);
    this.remedy = remedy;
  }

  /**
   * Makes a table, or keeps it with its items, and turns its expiry on.
   *
   * @return the ARN of its stream; an empty text where it has none
   * @throws RunFailure where the endpoint refuses or does not answer, and where a kept table has
   *     another shape than the template's
   */
  String make(Resource table) throws RunFailure {
    String name = table.physical().ref();
    ObjectNode request = request(table, name);
    boolean kept = call("CreateTable", request, Set.of("ResourceInUseException")).isMissingNode();
    JsonNode there = call("DescribeTable", named(name), Set.of()).path("Table");
    String wanted = expiry(table);
    String expiry = kept ? keptExpiry(name) : "";
    if (kept) {
      requireSame(name, there, request, expiry, wanted);
    }
    if (!expiry.equals(wanted)) {
      ObjectNode update = named(name);
      update.set("TimeToLiveSpecification", table.property("TimeToLiveSpecification"));
      call("UpdateTimeToLive", update, Set.of());
    }
    return there.path("LatestStreamArn").asText();
  }

  /** Items written under other keys would be found by nobody. */
  private void requireSame(
      String name, JsonNode there, ObjectNode request, String expiry, String wantedExpiry)
      throws RunFailure {
    List<String> differences =
        new ArrayList<>(TableShape.of(there).differencesFrom(TableShape.of(request)));
    // One that has none yet gets it; an endpoint does not change one attribute for another.
    if (!expiry.isEmpty() && !expiry.equals(wantedExpiry)) {
      differences.add(
          "expiry is by "
              + expiry
              + " and should be "
              + (wantedExpiry.isEmpty() ? "none" : "by " + wantedExpiry));
    }
    if (!differences.isEmpty()) {
      throw new RunFailure(
          "the kept table "
              + name
              + " does not fit the template: "
              + String.join("; ", differences)
              + "; "
              + remedy);
    }
  }

  /** Returns the attribute by which the template lets items expire; an empty text for none. */
  private static String expiry(Resource table) {
    JsonNode wanted = table.property("TimeToLiveSpecification");
    return wanted.path("Enabled").asBoolean() ? wanted.path("AttributeName").asText() : "";
  }

  private String keptExpiry(String name) throws RunFailure {
    JsonNode there =
        call("DescribeTimeToLive", named(name), Set.of()).path("TimeToLiveDescription");
    return there.path("TimeToLiveStatus").asText().startsWith("ENABL")
        ? there.path("AttributeName").asText()
        : "";
  }

  private static ObjectNode named(String table) {
    return JsonNodeFactory.instance.objectNode().put("TableName", table);
  }

  private static ObjectNode request(Resource table, String name) {
    ObjectNode request = named(name);
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

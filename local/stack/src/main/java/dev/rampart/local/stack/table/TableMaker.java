package dev.rampart.local.stack.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsClient;
import dev.rampart.local.stack.RunFailure;
import dev.rampart.local.tables.table.TableSettings;
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
public final class TableMaker implements AutoCloseable {
  private final AwsClient client;
  private final URI endpoint;
  private final String remedy;

  /**
   * A maker of tables.
   *
   * @param remedy what to do about a table of another shape, in the words of the command line
   */
  public TableMaker(URI endpoint, String region, String accessKeyId, String remedy) {
    this.endpoint = endpoint;
    this.client = new AwsClient(region, accessKeyId);
    this.remedy = remedy;
  }

  /**
   * Makes a table, or keeps it with its items, and turns its expiry on.
   *
   * @return the ARN of its stream; an empty text if it has none
   * @throws RunFailure if the endpoint refuses or does not answer, or if a kept table has another
   *     shape than the template's
   */
  public String make(TableSettings table) throws RunFailure {
    String name = table.name();
    ObjectNode request = table.request();
    boolean kept = call("CreateTable", request, Set.of("ResourceInUseException")).isMissingNode();
    JsonNode there = call("DescribeTable", named(name), Set.of()).path("Table");
    String wanted = table.expiryAttribute().orElse("");
    String expiry = kept ? keptExpiry(name) : "";
    if (kept) {
      requireSame(name, there, request, expiry, wanted);
    }
    if (!expiry.equals(wanted)) {
      ObjectNode update = named(name);
      update.putObject("TimeToLiveSpecification").put("AttributeName", wanted).put("Enabled", true);
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

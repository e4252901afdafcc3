package dev.rampart.local.tables.operation;

import static dev.rampart.local.tables.value.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.request.ResponseJson;
import dev.rampart.local.tables.table.Catalog;
import dev.rampart.local.tables.table.Table;
import dev.rampart.local.tables.table.TableDefinitionReader;
import dev.rampart.local.tables.table.TableDescription;
import dev.rampart.local.tables.table.TableUpdate;
import java.util.List;
import java.util.Optional;

/** Operations on tables as a whole. */
public record TableOperations(Catalog catalog) {
  private static final int LIST_MAX = 100;

  public JsonNode create(Request request) {
    Table table = catalog.create(TableDefinitionReader.read(request));
    ObjectNode answer = ResponseJson.empty();
    answer.set("TableDescription", TableDescription.of(table, "CREATING"));
    return answer;
  }

  public JsonNode describe(Request request) {
    ObjectNode answer = ResponseJson.empty();
    Table table = catalog.describe(request.requiredText("TableName"));
    answer.set("Table", TableDescription.of(table, "ACTIVE"));
    return answer;
  }

  public JsonNode update(Request request) {
    Table table = catalog.describe(request.requiredText("TableName"));
    catalog.update(table, current -> TableUpdate.read(request, current));
    ObjectNode answer = ResponseJson.empty();
    answer.set("TableDescription", TableDescription.of(table, "UPDATING"));
    return answer;
  }

  public JsonNode delete(Request request) {
    Table table = catalog.describe(request.requiredText("TableName"));
    if (table.definition().deletionProtected()) {
      throw invalid(
          "Resource cannot be deleted as it is currently protected against deletion. Disable"
              + " deletion protection first.");
    }
    ObjectNode answer = ResponseJson.empty();
    answer.set("TableDescription", TableDescription.of(table, "DELETING"));
    catalog.delete(table);
    return answer;
  }

  public JsonNode list(Request request) {
    int limit = request.number("Limit").orElse(LIST_MAX);
    Optional<String> start = request.text("ExclusiveStartTableName");
    List<String> names =
        catalog.all().stream()
            .map(Table::name)
            .filter(name -> start.map(s -> name.compareTo(s) > 0).orElse(true))
            .toList();
    ObjectNode answer = ResponseJson.empty();
    ArrayNode shown = answer.putArray("TableNames");
    names.stream().limit(limit).forEach(shown::add);
    if (names.size() > limit) {
      answer.put("LastEvaluatedTableName", names.get(limit - 1));
    }
    return answer;
  }

  public JsonNode updateTimeToLive(Request request) {
    Table table = catalog.describe(request.requiredText("TableName"));
    Request specification = request.object("TimeToLiveSpecification");
    String attribute = specification.requiredText("AttributeName");
    boolean enable = specification.flag("Enabled", false);
    Optional<String> current = table.expiry().attribute();
    if (enable && current.isPresent()) {
      throw invalid("TimeToLive is already enabled");
    }
    if (!enable && current.isEmpty()) {
      throw invalid("TimeToLive is already disabled");
    }
    if (!enable && !current.get().equals(attribute)) {
      throw invalid(
          "TimeToLive is active on a different AttributeName: current AttributeName is "
              + current.get());
    }
    catalog.setTimeToLive(table, Optional.of(attribute).filter(_ -> enable));
    ObjectNode answer = ResponseJson.empty();
    answer
        .putObject("TimeToLiveSpecification")
        .put("AttributeName", attribute)
        .put("Enabled", enable);
    return answer;
  }

  public JsonNode describeTimeToLive(Request request) {
    Table table = catalog.describe(request.requiredText("TableName"));
    ObjectNode answer = ResponseJson.empty();
    ObjectNode description = answer.putObject("TimeToLiveDescription");
    Optional<String> attribute = table.expiry().attribute();
    description.put("TimeToLiveStatus", attribute.isPresent() ? "ENABLED" : "DISABLED");
    attribute.ifPresent(name -> description.put("AttributeName", name));
    return answer;
  }
}

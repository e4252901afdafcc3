package dev.rampart.local.tables;

import static dev.rampart.local.tables.value.Refusals.invalid;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Operations on tables as a whole. */
record TableOperations(Catalog catalog) {
  private static final int LIST_MAX = 100;

  JsonNode create(Request request) {
    Table table = catalog.create(TableDefinitionReader.read(request));
    ObjectNode answer = Answers.empty();
    answer.set("TableDescription", Description.of(table, "CREATING"));
    return answer;
  }

  JsonNode describe(Request request) {
    ObjectNode answer = Answers.empty();
    Table table = catalog.describe(request.requiredText("TableName"));
    answer.set("Table", Description.of(table, "ACTIVE"));
    return answer;
  }

  JsonNode update(Request request) {
    Table table = catalog.describe(request.requiredText("TableName"));
    catalog.update(table, current -> TableUpdate.read(request, current));
    ObjectNode answer = Answers.empty();
    answer.set("TableDescription", Description.of(table, "UPDATING"));
    return answer;
  }

  JsonNode delete(Request request) {
    Table table = catalog.describe(request.requiredText("TableName"));
    if (table.definition().deletionProtected()) {
      throw invalid(
          "Resource cannot be deleted as it is currently protected against deletion. Disable"
              + " deletion protection first.");
    }
    ObjectNode answer = Answers.empty();
    answer.set("TableDescription", Description.of(table, "DELETING"));
    catalog.delete(table);
    return answer;
  }

  JsonNode list(Request request) {
    int limit = request.number("Limit").orElse(LIST_MAX);
    Optional<String> start = request.text("ExclusiveStartTableName");
    List<String> names =
        catalog.all().stream()
            .map(Table::name)
            .filter(name -> start.map(s -> name.compareTo(s) > 0).orElse(true))
            .toList();
    ObjectNode answer = Answers.empty();
    ArrayNode shown = answer.putArray("TableNames");
    names.stream().limit(limit).forEach(shown::add);
    if (names.size() > limit) {
      answer.put("LastEvaluatedTableName", names.get(limit - 1));
    }
    return answer;
  }

  JsonNode updateTimeToLive(Request request) {
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
    ObjectNode answer = Answers.empty();
    answer
        .putObject("TimeToLiveSpecification")
        .put("AttributeName", attribute)
        .put("Enabled", enable);
    return answer;
  }

  JsonNode describeTimeToLive(Request request) {
    Table table = catalog.describe(request.requiredText("TableName"));
    ObjectNode answer = Answers.empty();
    ObjectNode description = answer.putObject("TimeToLiveDescription");
    Optional<String> attribute = table.expiry().attribute();
    description.put("TimeToLiveStatus", attribute.isPresent() ? "ENABLED" : "DISABLED");
    attribute.ifPresent(name -> description.put("AttributeName", name));
    return answer;
  }
}

package dev.rampart.local.tables.table;

import static dev.rampart.local.tables.value.Refusals.invalid;
import static dev.rampart.local.tables.value.Refusals.invalidParameter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.tables.request.Request;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Carries the updates of global indexes of an UpdateTable request over to the CreateTable request
 * of the table.
 */
record IndexUpdates(Request update, ObjectNode table) {
  private static final String INDEXES = "GlobalSecondaryIndexes";
  private static final String ATTRIBUTES = "AttributeDefinitions";

  void apply() {
    List<Request> updates = update.objects("GlobalSecondaryIndexUpdates");
    requireOneAtATime(updates);
    updates.forEach(this::apply);
    if (table.path(INDEXES).isEmpty()) {
      table.remove(INDEXES);
    }
    dropUnusedAttributes();
    update.objects(ATTRIBUTES).forEach(this::define);
  }

  private static void requireOneAtATime(List<Request> updates) {
    if (updates.stream().filter(u -> u.has("Create") || u.has("Delete")).count() > 1) {
      throw new AwsError(
          "LimitExceededException",
          "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously"
              + " per table");
    }
  }

  private void apply(Request change) {
    if (change.has("Create")) {
      create(change.object("Create"));
    } else if (change.has("Delete")) {
      indexes().remove(position(change.object("Delete")));
    } else if (change.has("Update")) {
      setThroughput(change.object("Update"));
    } else {
      throw invalidParameter(
          "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create,"
              + " GlobalSecondaryIndexUpdate.Delete must not be null");
    }
  }

  private void create(Request index) {
    String name = index.requiredText("IndexName");
    if (hasName(indexes(), name) || hasName(table.path("LocalSecondaryIndexes"), name)) {
      throw invalid("Attempting to create an index which already exists");
    }
    indexes().add(index.json());
  }

  private static boolean hasName(JsonNode indexes, String name) {
    return indexes.valueStream().anyMatch(i -> i.path("IndexName").asText().equals(name));
  }

  private void setThroughput(Request index) {
    if (table.path("BillingMode").asText().equals("PAY_PER_REQUEST")) {
      throw invalidParameter(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
              + " PAY_PER_REQUEST");
    }
    ObjectNode existing = (ObjectNode) indexes().path(position(index));
    existing.set("ProvisionedThroughput", index.required("ProvisionedThroughput"));
  }

  private int position(Request index) {
    String name = index.requiredText("IndexName");
    List<String> names = indexes().valueStream().map(i -> i.path("IndexName").asText()).toList();
    if (!names.contains(name)) {
      throw new AwsError("ResourceNotFoundException", "Requested resource not found");
    }
    return names.indexOf(name);
  }

  private ArrayNode indexes() {
    return table.withArrayProperty(INDEXES);
  }

  /** Forgets attributes that only a deleted index had as keys. */
  private void dropUnusedAttributes() {
    Set<String> used = new HashSet<>();
    table
        .findValues("KeySchema")
        .forEach(keys -> used.addAll(keys.findValuesAsText("AttributeName")));
    table
        .withArrayProperty(ATTRIBUTES)
        .removeIf(definition -> !used.contains(definition.path("AttributeName").asText()));
  }

  private void define(Request attribute) {
    ArrayNode definitions = table.withArrayProperty(ATTRIBUTES);
    String name = attribute.requiredText("AttributeName");
    if (definitions.findValuesAsText("AttributeName").contains(name)) {
      return;
    }
    definitions.add(attribute.json());
  }
}

package dev.rampart.local.tables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** Makes tables from the properties of CloudFormation's {@code AWS::DynamoDB::Table}. */
record Provision(Catalog catalog) {
  private static final List<String> SAME_AS_REQUEST =
      List.of(
          "AttributeDefinitions",
          "KeySchema",
          "LocalSecondaryIndexes",
          "GlobalSecondaryIndexes",
          "BillingMode",
          "ProvisionedThroughput");

  void provide(String name, JsonNode properties) {
    TableDefinition wanted = TableDefinitionReader.read(request(name, properties));
    Table table = catalog.find(name).orElseGet(() -> catalog.create(wanted));
    requireSame(table.definition(), wanted);
    Optional<String> timeToLive = timeToLive(properties);
    if (!table.expiry().attribute().equals(timeToLive)) {
      catalog.setTimeToLive(table, timeToLive);
    }
  }

  private static Request request(String name, JsonNode properties) {
    ObjectNode request = Answers.empty().put("TableName", name);
    for (String member : SAME_AS_REQUEST) {
      if (properties.has(member)) {
        request.set(member, properties.get(member));
      }
    }
    request.put(
        "DeletionProtectionEnabled", properties.path("DeletionProtectionEnabled").asBoolean());
    String view = properties.path("StreamSpecification").path("StreamViewType").asText();
    if (!view.isEmpty()) {
      request
          .putObject("StreamSpecification")
          .put("StreamEnabled", true)
          .put("StreamViewType", view);
    }
    return new Request(request);
  }

  private static Optional<String> timeToLive(JsonNode properties) {
    JsonNode specification = properties.path("TimeToLiveSpecification");
    return specification.path("Enabled").asBoolean()
        ? Optional.of(specification.path("AttributeName").asText())
        : Optional.empty();
  }

  private static void requireSame(TableDefinition there, TableDefinition wanted) {
    boolean same =
        there.keys().equals(wanted.keys())
            && there.indexes().equals(wanted.indexes())
            && there.streamView().equals(wanted.streamView());
    if (!same) {
      throw new IllegalStateException(
          "The kept table "
              + there.name()
              + " has other keys, indexes or stream than the template: use another data"
              + " directory.");
    }
  }
}

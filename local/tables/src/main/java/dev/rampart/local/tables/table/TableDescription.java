package dev.rampart.local.tables.table;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.request.ResponseJson;
import dev.rampart.local.tables.storage.Rows;

/** Describes a table as DescribeTable does. */
public final class TableDescription {

  private TableDescription() {}

  public static ObjectNode of(Table table, String status) {
    Request request = new Request(table.definition().request());
    ObjectNode json = ResponseJson.empty();
    json.set("AttributeDefinitions", request.required("AttributeDefinitions"));
    json.put("TableName", table.name());
    json.set("KeySchema", request.required("KeySchema"));
    json.put("TableStatus", status);
    json.put("CreationDateTime", table.createdAt().toEpochMilli() / 1000.0);
    throughput(json, request);
    sizes(json, "TableSizeBytes", table.items());
    json.put("TableArn", TableNameReader.tableArn(table.name()));
    json.put("TableId", table.id());
    if (request.text("BillingMode").filter("PAY_PER_REQUEST"::equals).isPresent()) {
      json.putObject("BillingModeSummary").put("BillingMode", "PAY_PER_REQUEST");
    }
    indexes(json, "LocalSecondaryIndexes", request, table);
    indexes(json, "GlobalSecondaryIndexes", request, table);
    table.stream()
        .ifPresent(
            stream -> {
              json.putObject("StreamSpecification")
                  .put("StreamEnabled", true)
                  .put("StreamViewType", stream.view());
              json.put("LatestStreamLabel", stream.label());
              json.put("LatestStreamArn", stream.arn());
            });
    json.put("DeletionProtectionEnabled", table.definition().deletionProtected());
    return json;
  }

  private static void indexes(ObjectNode json, String member, Request request, Table table) {
    if (!request.has(member)) {
      return;
    }
    ArrayNode all = json.putArray(member);
    for (Request index : request.objects(member)) {
      String name = index.requiredText("IndexName");
      ObjectNode described = all.addObject();
      described.put("IndexName", name);
      described.set("KeySchema", index.required("KeySchema"));
      described.set("Projection", index.required("Projection"));
      described.put("IndexArn", TableNameReader.tableArn(table.name()) + "/index/" + name);
      if (member.startsWith("Global")) {
        described.put("IndexStatus", "ACTIVE");
        throughput(described, index);
      }
      table.indexes().stream()
          .filter(i -> i.definition().name().equals(name))
          .forEach(i -> sizes(described, "IndexSizeBytes", i.rows()));
    }
  }

  private static void throughput(ObjectNode json, Request request) {
    ObjectNode throughput = json.putObject("ProvisionedThroughput");
    throughput.put("NumberOfDecreasesToday", 0);
    JsonNode given = request.json().path("ProvisionedThroughput");
    throughput.put("ReadCapacityUnits", given.path("ReadCapacityUnits").asLong(0));
    throughput.put("WriteCapacityUnits", given.path("WriteCapacityUnits").asLong(0));
  }

  private static void sizes(ObjectNode json, String member, Rows rows) {
    long[] bytes = {0};
    rows.visitAll(
        (_, item) -> {
          bytes[0] += item.bytes();
          return true;
        });
    json.put(member, bytes[0]);
    json.put("ItemCount", rows.size());
  }
}

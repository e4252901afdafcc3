package dev.rampart.local.tables.table;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.tables.constraint.RequestConstraints;
import dev.rampart.local.tables.request.Request;
import dev.rampart.local.template.Properties;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table of a template.
 *
 * @param name its physical name
 * @param request the parameters of {@code CreateTable}
 * @param expiryAttribute the attribute by which items expire; empty if they do not
 */
public record TableSettings(String name, ObjectNode request, Optional<String> expiryAttribute) {

  /**
   * Reads an {@code AWS::DynamoDB::Table}.
   *
   * @throws dev.rampart.local.template.source.TemplateException if a property is wrong or not
   *     supported
   */
  public static TableSettings read(Properties table) {
    var _ = table.optionalText("TableName");
    table.leave(
        "DeletionProtectionEnabled",
        "OnDemandThroughput",
        "PointInTimeRecoverySpecification",
        "SSESpecification",
        "Tags");
    String name = table.resource().physical().ref();
    ObjectNode request = JsonNodeFactory.instance.objectNode().put("TableName", name);
    request.set(
        "AttributeDefinitions", list(table, "AttributeDefinitions", TableSettings::attribute));
    request.set("KeySchema", list(table, "KeySchema", TableSettings::key));
    for (String indexes : List.of("LocalSecondaryIndexes", "GlobalSecondaryIndexes")) {
      if (table.has(indexes)) {
        request.set(indexes, list(table, indexes, TableSettings::index));
      }
    }
    billing(table, request);
    stream(table, request);
    requireCreatable(table, request);
    return new TableSettings(name, request, expiry(table.object("TimeToLiveSpecification")));
  }

  private static ArrayNode list(
      Properties owner, String name, Function<Properties, ObjectNode> element) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    owner.objects(name).forEach(each -> list.add(element.apply(each)));
    return list;
  }

  private static ObjectNode attribute(Properties attribute) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("AttributeName", attribute.text("AttributeName"))
        .put("AttributeType", attribute.oneOf("AttributeType", "S", "N", "B"));
  }

  private static ObjectNode key(Properties key) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("AttributeName", key.text("AttributeName"))
        .put("KeyType", key.oneOf("KeyType", "HASH", "RANGE"));
  }

  private static ObjectNode index(Properties index) {
    // A ceiling on cost means nothing here, and not every endpoint knows it.
    index.leave("OnDemandThroughput");
    ObjectNode read = JsonNodeFactory.instance.objectNode();
    read.put("IndexName", index.text("IndexName"));
    read.set("KeySchema", list(index, "KeySchema", TableSettings::key));
    Properties projection = index.object("Projection");
    ObjectNode shown = read.putObject("Projection");
    shown.put("ProjectionType", projection.oneOf("ProjectionType", "ALL", "KEYS_ONLY", "INCLUDE"));
    if (projection.has("NonKeyAttributes")) {
      ArrayNode names = shown.putArray("NonKeyAttributes");
      projection.texts("NonKeyAttributes").forEach(names::add);
    }
    throughput(index).ifPresent(units -> read.set("ProvisionedThroughput", units));
    return read;
  }

  private static void billing(Properties table, ObjectNode request) {
    String mode =
        table.has("BillingMode")
            ? table.oneOf("BillingMode", "PAY_PER_REQUEST", "PROVISIONED")
            : "PROVISIONED";
    Optional<ObjectNode> throughput = throughput(table);
    boolean onDemand = mode.equals("PAY_PER_REQUEST");
    if (throughput.isPresent() == onDemand) {
      throw table.fault(
          "ProvisionedThroughput", (onDemand ? "is set" : "is missing") + " with billing " + mode);
    }
    request.put("BillingMode", mode);
    throughput.ifPresent(units -> request.set("ProvisionedThroughput", units));
  }

  private static Optional<ObjectNode> throughput(Properties owner) {
    if (!owner.has("ProvisionedThroughput")) {
      return Optional.empty();
    }
    Properties throughput = owner.object("ProvisionedThroughput");
    ObjectNode units = JsonNodeFactory.instance.objectNode();
    for (String unit : List.of("ReadCapacityUnits", "WriteCapacityUnits")) {
      units.put(
          unit,
          throughput
              .optionalNumber(unit, 1, Integer.MAX_VALUE)
              .orElseThrow(() -> throughput.fault(unit, "is missing")));
    }
    return Optional.of(units);
  }

  private static void stream(Properties table, ObjectNode request) {
    if (table.has("StreamSpecification")) {
      request
          .putObject("StreamSpecification")
          .put("StreamEnabled", true)
          .put(
              "StreamViewType",
              table
                  .object("StreamSpecification")
                  .oneOf(
                      "StreamViewType",
                      "KEYS_ONLY",
                      "NEW_IMAGE",
                      "OLD_IMAGE",
                      "NEW_AND_OLD_IMAGES"));
    }
  }

  private static Optional<String> expiry(Properties specification) {
    Optional<String> attribute = specification.optionalText("AttributeName");
    if (!specification.flag("Enabled", false)) {
      return Optional.empty();
    }
    return Optional.of(
        attribute.orElseThrow(() -> specification.fault("AttributeName", "is missing")));
  }

  /** Has the engine judge the whole, which it does again when the table is made. */
  private static void requireCreatable(Properties table, ObjectNode request) {
    try {
      RequestConstraints.require("CreateTable", request);
      var _ = TableDefinitionReader.read(new Request(request));
    } catch (AwsError e) {
      throw table.fault("KeySchema", "does not fit the other properties: " + e.getMessage());
    }
  }
}

package dev.rampart.local.tables.table;

import static dev.rampart.local.tables.value.Refusals.invalid;
import static dev.rampart.local.tables.value.Refusals.invalidParameter;

import dev.rampart.local.tables.request.Request;
import dev.rampart.local.tables.value.Type;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads and checks CreateTable requests. */
public final class TableDefinitionReader {
  private static final int LOCAL_MAX = 5;
  private static final int GLOBAL_MAX = 20;

  private final Request request;
  private final Map<String, Type> types = new LinkedHashMap<>();
  private final Set<String> keyAttributes = new LinkedHashSet<>();

  private TableDefinitionReader(Request request) {
    this.request = request;
  }

  public static TableDefinition read(Request request) {
    return new TableDefinitionReader(request).read();
  }

  private TableDefinition read() {
    String name = request.requiredText("TableName");
    for (Request definition : request.objects("AttributeDefinitions")) {
      types.put(
          definition.requiredText("AttributeName"),
          Type.valueOf(definition.requiredText("AttributeType")));
    }
    KeySchema keys = keys(request);
    requireBilling();
    List<IndexDefinition> indexes = indexes(keys);
    if (!keyAttributes.equals(types.keySet())) {
      throw invalidParameter(
          indexes.isEmpty()
              ? "Number of attributes in KeySchema does not exactly match number of attributes"
                  + " defined in AttributeDefinitions"
              : "Some AttributeDefinitions are not used. AttributeDefinitions: %s, keys used: %s"
                  .formatted(types.keySet(), keyAttributes));
    }
    return new TableDefinition(
        name,
        keys,
        indexes,
        streamView(),
        request.flag("DeletionProtectionEnabled", false),
        request.json());
  }

  private void requireBilling() {
    String billing = request.text("BillingMode").orElse("PROVISIONED");
    boolean throughput = request.has("ProvisionedThroughput");
    if (billing.equals("PAY_PER_REQUEST") && throughput) {
      throw invalidParameter(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
              + " PAY_PER_REQUEST");
    }
    if (billing.equals("PROVISIONED") && !throughput) {
      throw invalidParameter(
          "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
              + " PROVISIONED");
    }
  }

  private KeySchema keys(Request owner) {
    List<Request> elements = owner.objects("KeySchema");
    List<String> names = elements.stream().map(e -> e.requiredText("AttributeName")).toList();
    if (names.size() > types.size()) {
      throw invalid("Invalid KeySchema: Some index key attribute have no definition");
    }
    if (!types.keySet().containsAll(names)) {
      throw invalidParameter(
          "Some index key attributes are not defined in AttributeDefinitions. Keys: %s,"
                  .formatted(names)
              + " AttributeDefinitions: "
              + types.keySet());
    }
    if (new HashSet<>(names).size() < names.size()) {
      throw invalid(
          "Both the Hash Key and the Range Key element in the KeySchema have the same name");
    }
    requireKeyType(elements.getFirst(), "first", "HASH");
    if (elements.size() > 1) {
      requireKeyType(elements.getLast(), "second", "RANGE");
    }
    keyAttributes.addAll(names);
    return new KeySchema(
        attribute(names.getFirst()), names.stream().skip(1).map(this::attribute).findFirst());
  }

  private static void requireKeyType(Request element, String place, String type) {
    if (!element.requiredText("KeyType").equals(type)) {
      throw invalid(
          "Invalid KeySchema: The %s KeySchemaElement is not a %s key type".formatted(place, type));
    }
  }

  private KeySchema.Attribute attribute(String name) {
    Type type = types.get(name);
    if (type == null) {
      throw new IllegalArgumentException(name);
    }
    return new KeySchema.Attribute(name, type);
  }

  private List<IndexDefinition> indexes(KeySchema table) {
    List<IndexDefinition> indexes = new ArrayList<>();
    List<Request> local = request.objects("LocalSecondaryIndexes");
    List<Request> global = request.objects("GlobalSecondaryIndexes");
    requireCount("LocalSecondaryIndexes", local);
    requireCount("GlobalSecondaryIndexes", global);
    if (!local.isEmpty() && table.range().isEmpty()) {
      throw invalidParameter(
          "Table KeySchema does not have a range key, which is required when specifying a"
              + " LocalSecondaryIndex");
    }
    local.forEach(index -> indexes.add(requireLocal(index(index, true), table)));
    global.forEach(this::requireNoThroughput);
    global.forEach(index -> indexes.add(index(index, false)));
    if (local.size() > LOCAL_MAX) {
      throw invalidParameter("Number of LocalSecondaryIndexes exceeds per-table limit of 5");
    }
    if (global.size() > GLOBAL_MAX) {
      throw invalidParameter("GlobalSecondaryIndex count exceeds the per-table limit of 20");
    }
    Set<String> names = new HashSet<>();
    for (IndexDefinition index : indexes) {
      if (!names.add(index.name())) {
        throw invalidParameter("Duplicate index name: " + index.name());
      }
    }
    return indexes;
  }

  private void requireNoThroughput(Request index) {
    if (index.has("ProvisionedThroughput") && !request.has("ProvisionedThroughput")) {
      throw invalidParameter(
          "ProvisionedThroughput should not be specified for index: %s when BillingMode is PAY_PER_REQUEST"
              .formatted(index.requiredText("IndexName")));
    }
  }

  private void requireCount(String member, List<Request> indexes) {
    if (request.has(member) && indexes.isEmpty()) {
      throw invalidParameter("List of " + member + " is empty");
    }
  }

  private IndexDefinition index(Request index, boolean local) {
    String name = index.requiredText("IndexName");
    return new IndexDefinition(name, local, keys(index), included(index.object("Projection")));
  }

  private static IndexDefinition requireLocal(IndexDefinition index, KeySchema table) {
    if (index.keys().range().isEmpty()) {
      throw invalidParameter(
          "Index KeySchema does not have a range key for index: " + index.name());
    }
    if (!index.keys().hash().equals(table.hash())) {
      throw invalidParameter(
          "Index KeySchema does not have the same leading hash key as table KeySchema for index: "
              + "%s. index hash key: %s, table hash key: %s"
                  .formatted(index.name(), index.keys().hash().name(), table.hash().name()));
    }
    return index;
  }

  private static Optional<List<String>> included(Request projection) {
    String type =
        projection
            .text("ProjectionType")
            .orElseThrow(() -> invalidParameter("Unknown ProjectionType: null"));
    List<String> attributes = projection.texts("NonKeyAttributes");
    if (!type.equals("INCLUDE") && projection.has("NonKeyAttributes")) {
      throw invalidParameter("ProjectionType is " + type + ", but NonKeyAttributes is specified");
    }
    return switch (type) {
      case "ALL" -> Optional.empty();
      case "KEYS_ONLY" -> Optional.of(List.of());
      default -> {
        if (attributes.isEmpty()) {
          throw invalidParameter(
              "ProjectionType is INCLUDE, but NonKeyAttributes is not specified");
        }
        yield Optional.of(attributes);
      }
    };
  }

  private Optional<String> streamView() {
    Optional<Request> stream = request.optionalObject("StreamSpecification");
    boolean enabled = stream.map(s -> s.flag("StreamEnabled", false)).orElse(false);
    boolean view = stream.map(s -> s.has("StreamViewType")).orElse(false);
    if (enabled != view) {
      throw invalidParameter(
          enabled
              ? "StreamEnabled is true but StreamViewType is not specified"
              : "StreamViewType is specified but StreamEnabled is false");
    }
    return stream.filter(_ -> enabled).map(s -> s.requiredText("StreamViewType"));
  }
}

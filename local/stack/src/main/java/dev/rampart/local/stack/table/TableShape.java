package dev.rampart.local.stack.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What of a table cannot change under its items: keys, indexes and stream, by what each is called.
 * Neither the order of indexes nor that of attributes counts.
 */
record TableShape(Map<String, String> parts) {

  /**
   * Reads a request of CreateTable or the table that DescribeTable describes: both say the same.
   */
  static TableShape of(JsonNode table) {
    Map<String, String> types = new TreeMap<>();
    table
        .path("AttributeDefinitions")
        .forEach(a -> types.put(text(a, "AttributeName"), text(a, "AttributeType")));
    Map<String, String> parts = new TreeMap<>();
    parts.put("key", keys(table, types));
    indexes(parts, "local", table.path("LocalSecondaryIndexes"), types);
    indexes(parts, "global", table.path("GlobalSecondaryIndexes"), types);
    JsonNode stream = table.path("StreamSpecification");
    if (stream.path("StreamEnabled").asBoolean()) {
      parts.put("stream", text(stream, "StreamViewType"));
    }
    return new TableShape(Map.copyOf(parts));
  }

  private static void indexes(
      Map<String, String> parts, String kind, JsonNode indexes, Map<String, String> types) {
    for (JsonNode index : indexes) {
      parts.put(
          kind + " index " + text(index, "IndexName"),
          keys(index, types) + " with " + projection(index.path("Projection")));
    }
  }

  private static String keys(JsonNode owner, Map<String, String> types) {
    List<String> keys = new ArrayList<>();
    for (JsonNode key : owner.path("KeySchema")) {
      String name = text(key, "AttributeName");
      keys.add(name + " " + text(key, "KeyType") + " " + types.getOrDefault(name, "?"));
    }
    return String.join(", ", keys);
  }

  private static String projection(JsonNode projection) {
    TreeSet<String> names = new TreeSet<>();
    projection.path("NonKeyAttributes").forEach(name -> names.add(name.asText()));
    String type = text(projection, "ProjectionType");
    return names.isEmpty() ? type : type + " " + String.join(", ", names);
  }

  private static String text(JsonNode node, String member) {
    return node.path(member).asText();
  }

  /** Says how a table of this shape differs from a wanted one; empty if it does not. */
  List<String> differencesFrom(TableShape wanted) {
    List<String> differences = new ArrayList<>();
    TreeSet<String> all = new TreeSet<>(parts.keySet());
    all.addAll(wanted.parts.keySet());
    for (String part : all) {
      String here = parts.getOrDefault(part, "missing");
      String there = wanted.parts.getOrDefault(part, "none");
      if (!here.equals(there)) {
        differences.add(part + " is " + here + " and should be " + there);
      }
    }
    return differences;
  }
}

package dev.rampart.local.check.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One line for each column of each mapping. */
final class PresetLines {
  private PresetLines() {}

  static List<String> of(Template template) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> mapping : template.section("Mappings").properties()) {
      for (Map.Entry<String, JsonNode> column : mapping.getValue().properties()) {
        lines.add(mapping.getKey() + " " + column.getKey() + ": " + values(column.getValue()));
      }
    }
    return lines;
  }

  private static String values(JsonNode column) {
    return column.properties().stream()
        .map(value -> value.getKey() + " " + value.getValue().asText())
        .collect(Collectors.joining(", "));
  }
}

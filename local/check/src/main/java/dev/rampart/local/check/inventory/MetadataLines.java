package dev.rampart.local.check.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the template tells tools, ours among them: what is excused, and what it is checked with. */
final class MetadataLines {
  private static final String METADATA = "Metadata";

  private MetadataLines() {}

  static List<String> of(Template template) {
    List<String> lines = new ArrayList<>();
    add(lines, "", template.section(METADATA));
    for (Map.Entry<String, JsonNode> resource : template.section("Resources").properties()) {
      add(lines, resource.getKey() + " ", resource.getValue().path(METADATA));
    }
    return lines;
  }

  private static void add(List<String> lines, String holder, JsonNode metadata) {
    for (Map.Entry<String, JsonNode> member : metadata.properties()) {
      String name = holder + member.getKey();
      switch (member.getValue()) {
        case ArrayNode list -> list.forEach(element -> lines.add(name + ": " + element));
        case ObjectNode object ->
            object
                .properties()
                .forEach(
                    inner ->
                        lines.add(
                            name + " " + inner.getKey() + ": " + Json.text(inner.getValue())));
        default -> lines.add(name + ": " + Json.text(member.getValue()));
      }
    }
  }
}

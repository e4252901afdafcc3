package dev.rampart.local.check.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One line for each value that a condition chooses, with all that it may be: no set of parameters
 * that the template is looked at with may choose one of them.
 */
final class BranchLines {
  /** The paths of an API are generated, and their operations are listed with each choice. */
  private static final String PATHS = ".DefinitionBody.paths.";

  private BranchLines() {}

  static List<String> of(Template template) {
    List<String> lines = new ArrayList<>();
    for (String section : List.of("Globals", "Outputs", "Resources")) {
      for (Map.Entry<String, JsonNode> member : template.section(section).properties()) {
        collect(member.getKey(), member.getValue(), lines);
      }
    }
    return lines;
  }

  private static void collect(String place, JsonNode value, List<String> lines) {
    if (value.has("Fn::If")) {
      JsonNode choice = value.path("Fn::If");
      boolean isPath = place.contains(PATHS);
      lines.add(place + (isPath ? ": if " + choice.path(0).asText() : ": " + choice));
      return;
    }
    for (Map.Entry<String, JsonNode> member : value.properties()) {
      boolean isFrame = member.getKey().equals("Properties");
      collect(isFrame ? place : place + "." + member.getKey(), member.getValue(), lines);
    }
    for (int i = 0; value.isArray() && i < value.size(); i++) {
      collect(place + "." + i, value.path(i), lines);
    }
  }
}

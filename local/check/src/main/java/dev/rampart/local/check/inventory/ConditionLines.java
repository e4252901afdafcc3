package dev.rampart.local.check.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One line for each condition: when it holds, and what is in a stack only then. */
final class ConditionLines {
  private ConditionLines() {}

  static List<String> of(Template template) {
    Map<String, List<String>> under = new TreeMap<>();
    template
        .section("Conditions")
        .properties()
        .forEach(condition -> under.put(condition.getKey(), new ArrayList<>()));
    for (String section : List.of("Resources", "Outputs")) {
      for (Map.Entry<String, JsonNode> member : template.section(section).properties()) {
        String condition = member.getValue().path("Condition").asText();
        if (!condition.isEmpty()) {
          under.computeIfAbsent(condition, _ -> new ArrayList<>()).add(member.getKey());
        }
      }
    }
    List<String> lines = new ArrayList<>();
    under.forEach(
        (condition, names) ->
            lines.add(
                condition
                    + ": "
                    + String.join(", ", names)
                    + " if "
                    + template.section("Conditions").path(condition)));
    return lines;
  }
}

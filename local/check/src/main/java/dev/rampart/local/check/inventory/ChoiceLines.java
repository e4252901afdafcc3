package dev.rampart.local.check.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One line for each parameter: its default, and what else an owner may choose. */
final class ChoiceLines {
  private static final List<String> CONSTRAINTS =
      List.of("AllowedValues", "AllowedPattern", "MinValue", "MaxValue");

  private ChoiceLines() {}

  static List<String> of(Template template) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, JsonNode> parameter : template.section("Parameters").properties()) {
      StringBuilder line = new StringBuilder(parameter.getKey());
      line.append(": ").append(parameter.getValue().path("Default").asText("no default"));
      for (String constraint : CONSTRAINTS) {
        JsonNode value = parameter.getValue().path(constraint);
        if (!value.isMissingNode()) {
          line.append(", ").append(constraint).append(' ');
          line.append(String.join("|", Json.texts(value)));
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }
}

package dev.rampart.local.check.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Template;
import java.util.List;
import java.util.Map;

/** One line for each output: whoever may look at the stack reads it, other stacks its export. */
final class OutputLines {
  private OutputLines() {}

  static List<String> of(Template template) {
    return template.section("Outputs").properties().stream().map(OutputLines::line).toList();
  }

  private static String line(Map.Entry<String, JsonNode> output) {
    JsonNode export = output.getValue().path("Export");
    JsonNode condition = output.getValue().path("Condition");
    return output.getKey()
        + ": "
        + Json.text(output.getValue().path("Value"))
        + (export.isMissingNode() ? "" : ", exported as " + Json.text(export.path("Name")))
        + (condition.isMissingNode() ? "" : ", if " + condition.asText());
  }
}

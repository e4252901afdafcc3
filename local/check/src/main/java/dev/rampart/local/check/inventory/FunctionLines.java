package dev.rampart.local.check.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.LambdaFunctions;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What each function runs, how a new version of it comes into use, and what it is told. */
final class FunctionLines {
  private FunctionLines() {}

  static List<String> of(CheckedTemplate subject) {
    List<String> lines = new ArrayList<>();
    for (Resource function : LambdaFunctions.all(subject)) {
      String name = function.logicalId();
      lines.add(
          "%s: %s of %s, %s"
              .formatted(
                  name,
                  function.text("Handler", "nothing"),
                  function.text("CodeUri", "nowhere"),
                  Json.at(function.properties(), "DeploymentPreference.Type").asText("at once")));
      for (Map.Entry<String, JsonNode> variable :
          Json.at(function.properties(), "Environment.Variables").properties()) {
        lines.add(name + " " + variable.getKey() + "=" + variable.getValue().asText());
      }
    }
    return lines;
  }
}

package dev.rampart.local.check.inventory;

import dev.rampart.local.check.model.ExpectedTypes;
import dev.rampart.local.template.Template;
import java.util.List;

/** One line for each resource of a type that no rule judges, with all that is written of it. */
final class OtherLines {
  private OtherLines() {}

  static List<String> of(Template template) {
    return template.section("Resources").properties().stream()
        .filter(resource -> !ExpectedTypes.contains(resource.getValue().path("Type").asText()))
        .map(resource -> resource.getKey() + ": " + resource.getValue())
        .toList();
  }
}

package dev.rampart.local.check.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Operation;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.template.Symbol;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One line for each operation of an API: what it asks for, and who answers. */
final class OperationLines {
  private OperationLines() {}

  static List<String> of(CheckedTemplate subject) {
    return subject.ofType(Types.API).stream()
        .flatMap(api -> Operation.all(api).stream())
        .map(OperationLines::line)
        .toList();
  }

  private static String line(Operation operation) {
    return "%s: %s, validator %s, answered by %s"
        .formatted(
            operation.name(),
            asked(operation.security()),
            operation.node().path("x-amazon-apigateway-request-validator").asText("none"),
            answering(operation.integration()));
  }

  private static String answering(JsonNode integration) {
    String named =
        Symbol.in(integration.path("uri").asText()).stream()
            .map(Symbol::toString)
            .collect(Collectors.joining(" "));
    return (integration.path("type").asText() + " " + named).strip();
  }

  private static String asked(Map<String, List<String>> security) {
    return security.isEmpty()
        ? "open"
        : security.entrySet().stream()
            .map(scheme -> (scheme.getKey() + " " + String.join(" ", scheme.getValue())).strip())
            .collect(Collectors.joining(" and "));
  }
}

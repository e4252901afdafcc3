package dev.rampart.local.check.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the logs of the gates say, which detection reads: members of a line, and what is left out.
 */
final class GateLogLines {
  private GateLogLines() {}

  static List<String> of(CheckedTemplate subject) {
    List<String> lines = new ArrayList<>();
    for (Resource api : subject.ofType(Types.API)) {
      JsonNode format = Json.at(api.properties(), "AccessLogSetting.Format");
      for (Map.Entry<String, JsonNode> member : Json.parse(format.asText()).properties()) {
        lines.add(
            api.logicalId() + " writes " + member.getKey() + " " + member.getValue().asText());
      }
    }
    for (Resource log : subject.ofType("AWS::WAFv2::LoggingConfiguration")) {
      for (JsonNode field : Json.list(log.property("RedactedFields"))) {
        lines.add(log.logicalId() + " leaves out " + field);
      }
    }
    return lines;
  }
}

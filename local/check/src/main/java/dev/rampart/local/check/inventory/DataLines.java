package dev.rampart.local.check.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How data is found and when it ends: keys, indexes and expiry of tables, members of secrets. */
final class DataLines {
  private DataLines() {}

  static List<String> of(CheckedTemplate subject) {
    List<String> lines = new ArrayList<>();
    for (Resource table : subject.ofType(Types.TABLE)) {
      String name = table.logicalId();
      lines.add(name + " by " + keys(table.properties()));
      for (String kind : List.of("LocalSecondaryIndexes", "GlobalSecondaryIndexes")) {
        for (JsonNode index : Json.list(table.property(kind))) {
          lines.add(name + " " + index.path("IndexName").asText() + " by " + keys(index));
        }
      }
      JsonNode expiry = Json.at(table.properties(), "TimeToLiveSpecification.AttributeName");
      lines.add(name + " expires by " + expiry.asText("nothing"));
    }
    for (Resource secret : subject.ofType(Types.SECRET)) {
      JsonNode member = Json.at(secret.properties(), "GenerateSecretString.GenerateStringKey");
      lines.add(secret.logicalId() + " has " + member.asText("one value"));
    }
    return lines;
  }

  private static String keys(JsonNode holder) {
    return Json.list(holder.path("KeySchema")).stream()
        .map(key -> key.path("AttributeName").asText())
        .collect(Collectors.joining(", "));
  }
}

package dev.rampart.local.check.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;

/** One line for each resource that has a name of its own in the account, or in its parent. */
final class NameLines {
  private static final List<String> PROPERTIES =
      List.of(
          "Name",
          "AliasName",
          "ClientName",
          "Domain",
          "GroupName",
          "Identifier",
          "LogGroupName",
          "PolicyName",
          "QueueName",
          "StatementId",
          "TableName",
          "TopicName",
          "UsagePlanName",
          "UserPoolName");

  private NameLines() {}

  static List<String> of(CheckedTemplate subject) {
    List<String> lines = new ArrayList<>();
    for (Resource resource : subject.resources()) {
      for (String property : PROPERTIES) {
        JsonNode name = resource.property(property);
        // A subscription and a setting of a log group name it; its name is another's.
        if (name.isTextual() && subject.target(name).filter(NameLines::isNamed).isEmpty()) {
          lines.add(resource.logicalId() + ": " + name.asText());
        }
      }
    }
    return lines;
  }

  private static boolean isNamed(Resource target) {
    return target.type().equals(Types.LOG_GROUP);
  }
}

package dev.rampart.local.check.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * One line for each rule of a firewall: what it looks at, what it does, and what it only counts.
 */
final class FirewallLines {
  private static final String GROUP = "ManagedRuleGroupStatement";

  private FirewallLines() {}

  static List<String> of(CheckedTemplate subject) {
    List<String> lines = new ArrayList<>();
    for (Resource acl : subject.ofType(Types.WEB_ACL)) {
      for (JsonNode rule : Json.list(acl.property("Rules"))) {
        lines.add(
            "%s %s: %s, %s, metric %s%s"
                .formatted(
                    acl.logicalId(),
                    rule.path("Name").asText("?"),
                    looksAt(rule.path("Statement")),
                    action(rule),
                    Json.at(rule, "VisibilityConfig.MetricName").asText("?"),
                    overrides(rule)));
      }
    }
    return lines;
  }

  private static String looksAt(JsonNode statement) {
    return statement.has(GROUP) ? statement.path(GROUP).path("Name").asText() : names(statement);
  }

  private static String action(JsonNode rule) {
    return rule.has("OverrideAction")
        ? "override " + names(rule.path("OverrideAction"))
        : names(rule.path("Action"));
  }

  private static String overrides(JsonNode rule) {
    StringBuilder text = new StringBuilder();
    for (JsonNode override :
        Json.list(Json.at(rule, "Statement." + GROUP + ".RuleActionOverrides"))) {
      text.append(", ").append(override.path("Name").asText()).append(' ');
      text.append(names(override.path("ActionToUse")));
    }
    return text.toString();
  }

  private static String names(JsonNode object) {
    TreeSet<String> names = new TreeSet<>();
    object.properties().forEach(member -> names.add(member.getKey()));
    return String.join(" ", names);
  }
}

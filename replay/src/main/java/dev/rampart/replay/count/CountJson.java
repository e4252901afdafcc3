package dev.rampart.replay.count;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.common.Rfc3339;
import java.util.Map;

/** Writes for programs what rules that count would have blocked. */
final class CountJson {
  private CountJson() {}

  static ObjectNode of(CountTable table) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("knownGood", table.sample().knownGood());
    json.put("clientsPerSample", table.sample().clientsPerMember());
    ArrayNode warnings = json.putArray("warnings");
    CountWarning.of(table).forEach(warning -> warnings.add(warning.text(table)));
    ArrayNode rules = json.putArray("rules");
    table.rules().forEach((rule, tally) -> rules.add(rule(table, rule, tally)));
    return json;
  }

  private static ObjectNode rule(CountTable table, CountingRule rule, RuleTally tally) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (rule.isInGroup()) {
      json.put("group", rule.group());
    }
    json.put("rule", rule.name()).put("countsBy", tally.reason().wireName());
    write(table, tally.total(), json);
    Suggestion suggestion = Suggestion.of(table, rule, tally);
    json.put("suggestion", suggestion.wireName());
    String yaml = OverrideYaml.of(rule, tally.reason(), suggestion, tally.label(rule.name()));
    if (!yaml.isEmpty()) {
      json.put("yaml", yaml);
    }
    ArrayNode paths = json.putArray("paths");
    for (Map.Entry<String, PathTally> path : tally.paths().entrySet()) {
      write(table, path.getValue(), paths.addObject().put("path", path.getKey()));
    }
    return json;
  }

  private static void write(CountTable table, PathTally tally, ObjectNode json) {
    json.put("requests", tally.requests())
        .put("clients", table.clients(tally))
        .put("knownGood", table.knownGood(tally))
        .put("alsoBlocked", tally.alsoBlocked());
    if (tally.requests() > 0) {
      json.put("first", Rfc3339.format(tally.first())).put("last", Rfc3339.format(tally.last()));
    }
  }
}

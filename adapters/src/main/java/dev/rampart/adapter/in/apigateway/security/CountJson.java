package dev.rampart.adapter.in.apigateway.security;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.tuning.CountToBlock;
import dev.rampart.domain.detection.tuning.CountingRule;
import dev.rampart.domain.detection.tuning.PathTally;
import dev.rampart.domain.detection.tuning.RuleTally;
import java.util.Map;

/** What rules of the firewall that count would have blocked, as the API and the command say it. */
public final class CountJson {
  private CountJson() {}

  /** Returns it as members of an object. */
  public static ObjectNode of(CountToBlock count) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("knownGood", count.knownGood());
    json.put("clientsPerSample", count.clientsPerSample());
    ArrayNode warnings = json.putArray("warnings");
    count.warnings().forEach(warnings::add);
    ArrayNode rules = json.putArray("rules");
    count.rules().forEach((rule, tally) -> rules.add(rule(count, rule, tally)));
    return json;
  }

  private static ObjectNode rule(CountToBlock count, CountingRule rule, RuleTally tally) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    if (rule.isInGroup()) {
      json.put("group", rule.group());
    }
    json.put("rule", rule.name()).put("countsBy", tally.reason().wireName());
    write(count, tally.total(), json);
    json.put("suggestion", count.suggestion(rule, tally).wireName());
    String yaml = count.yaml(rule, tally);
    if (!yaml.isEmpty()) {
      json.put("yaml", yaml);
    }
    ArrayNode paths = json.putArray("paths");
    for (Map.Entry<String, PathTally> path : tally.paths().entrySet()) {
      write(count, path.getValue(), paths.addObject().put("path", path.getKey()));
    }
    return json;
  }

  private static void write(CountToBlock count, PathTally tally, ObjectNode json) {
    json.put("requests", tally.requests())
        .put("clients", count.clients(tally))
        .put("knownGood", count.knownGood(tally))
        .put("alsoBlocked", tally.alsoBlocked());
    if (tally.requests() > 0) {
      json.put("first", Rfc3339.format(tally.first())).put("last", Rfc3339.format(tally.last()));
    }
  }
}

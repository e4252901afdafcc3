package dev.rampart.adapter.in.apigateway.security;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.rampart.adapter.in.apigateway.http.JsonText;
import dev.rampart.adapter.in.apigateway.http.Reply;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.tuning.CountToBlock;
import dev.rampart.domain.detection.tuning.CountingRule;
import dev.rampart.domain.detection.tuning.PathTally;
import dev.rampart.domain.detection.tuning.RuleTally;
import dev.rampart.domain.port.in.ReadFirewallCounts;
import java.io.IOException;
import java.util.Map;

/** What rules of the firewall that count would have blocked, as the API and the command say it. */
public final class CountJson {
  private CountJson() {}

  static Reply reply(TimeSpan span, ReadFirewallCounts.Counts counts) {
    return Reply.json(
        200,
        JsonText.object(
            json -> {
              TrailJson.span(json, span, counts.completeSince());
              members(json, counts.count());
            }));
  }

  /** Writes it as members of an object. */
  public static void members(JsonGenerator json, CountToBlock count) throws IOException {
    json.writeNumberField("knownGood", count.knownGood());
    json.writeNumberField("clientsPerSample", count.clientsPerSample());
    json.writeArrayFieldStart("warnings");
    for (String warning : count.warnings()) {
      json.writeString(warning);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("rules");
    for (Map.Entry<CountingRule, RuleTally> rule : count.rules().entrySet()) {
      json.writeStartObject();
      rule(json, count, rule.getKey(), rule.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void rule(
      JsonGenerator json, CountToBlock count, CountingRule rule, RuleTally tally)
      throws IOException {
    if (rule.isInGroup()) {
      json.writeStringField("group", rule.group());
    }
    json.writeStringField("rule", rule.name());
    json.writeStringField("countsBy", tally.reason().wireName());
    tally(json, count, tally.total());
    json.writeStringField("suggestion", count.suggestion(rule, tally).wireName());
    String yaml = count.yaml(rule, tally);
    if (!yaml.isEmpty()) {
      json.writeStringField("yaml", yaml);
    }
    json.writeArrayFieldStart("paths");
    for (Map.Entry<String, PathTally> path : tally.paths().entrySet()) {
      json.writeStartObject();
      json.writeStringField("path", path.getKey());
      tally(json, count, path.getValue());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void tally(JsonGenerator json, CountToBlock count, PathTally tally)
      throws IOException {
    json.writeNumberField("requests", tally.requests());
    json.writeNumberField("clients", count.clients(tally));
    json.writeNumberField("knownGood", count.knownGood(tally));
    json.writeNumberField("alsoBlocked", tally.alsoBlocked());
    if (tally.requests() > 0) {
      json.writeStringField("first", Rfc3339.format(tally.first()));
      json.writeStringField("last", Rfc3339.format(tally.last()));
    }
  }
}

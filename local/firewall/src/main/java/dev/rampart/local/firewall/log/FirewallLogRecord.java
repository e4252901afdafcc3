package dev.rampart.local.firewall.log;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.firewall.engine.FirewallVerdict;
import dev.rampart.local.firewall.group.GroupMatch;
import dev.rampart.local.firewall.group.RuleAction;
import dev.rampart.local.firewall.group.RuleMatch;
import dev.rampart.local.firewall.statement.MatchDetail;
import dev.rampart.local.firewall.statement.RateFinding;
import dev.rampart.local.protocol.http.Field;
import dev.rampart.local.protocol.http.HttpRequest;
import java.util.List;
import java.util.function.Function;

/**
 * A record in AWS WAF's format (AWS WAF Developer Guide, "Log fields" and "Log examples"). Fields
 * of what does not come up here (CAPTCHA, challenges, TLS fingerprints, countries) are left out, or
 * have the value that AWS gives when it does not know.
 */
record FirewallLogRecord(Redaction redaction, LogSource source, FirewallVerdict verdict) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  ObjectNode json() {
    ObjectNode json = JSON.objectNode();
    json.put("timestamp", source.time().toEpochMilli());
    json.put("formatVersion", 1);
    json.put("webaclId", source.webAclArn());
    json.put("terminatingRuleId", verdict.rule());
    json.put("terminatingRuleType", verdict.ruleType());
    json.put("action", verdict.action().wireName());
    json.set(
        "terminatingRuleMatchDetails",
        verdict.match().map(match -> details(match)).orElseGet(JSON::arrayNode));
    json.put("httpSourceName", source.name());
    json.put("httpSourceId", source.id());
    json.set("ruleGroupList", array(verdict.groups(), FirewallLogRecord::group));
    json.set("rateBasedRuleList", rates());
    json.set("nonTerminatingMatchingRules", array(verdict.counted(), FirewallLogRecord::match));
    json.set("requestHeadersInserted", inserted());
    json.set("responseCodeSent", responseCode());
    json.set("httpRequest", request());
    json.set("labels", array(verdict.labels(), label -> JSON.objectNode().put("name", label)));
    body(json);
    return json;
  }

  private static <T> ArrayNode array(List<T> all, Function<T, ObjectNode> each) {
    ArrayNode array = JSON.arrayNode();
    all.forEach(one -> array.add(each.apply(one)));
    return array;
  }

  private static ArrayNode details(RuleMatch match) {
    return array(match.details(), FirewallLogRecord::detail);
  }

  private static ObjectNode detail(MatchDetail detail) {
    ObjectNode json = JSON.objectNode();
    json.put("conditionType", detail.conditionType());
    if (!detail.sensitivityLevel().isEmpty()) {
      json.put("sensitivityLevel", detail.sensitivityLevel());
    }
    json.put("location", detail.location());
    ArrayNode data = json.putArray("matchedData");
    detail.matchedData().forEach(data::add);
    return json.put("matchedFieldName", detail.matchedFieldName());
  }

  private static ObjectNode match(RuleMatch match) {
    ObjectNode json = JSON.objectNode();
    json.put("ruleId", match.rule());
    json.put("action", match.action().wireName());
    match.overriddenAction().ifPresent(action -> json.put("overriddenAction", action));
    json.set("ruleMatchDetails", details(match));
    return json;
  }

  private static ObjectNode group(GroupMatch group) {
    ObjectNode json = JSON.objectNode();
    json.put("ruleGroupId", group.group());
    json.set(
        "terminatingRule",
        group.terminating().<JsonNode>map(FirewallLogRecord::match).orElseGet(JSON::nullNode));
    json.set("nonTerminatingMatchingRules", array(group.counted(), FirewallLogRecord::match));
    json.set(
        "excludedRules",
        group.excluded().isEmpty()
            ? JSON.nullNode()
            : array(
                group.excluded(),
                rule ->
                    JSON.objectNode()
                        .put("exclusionType", "EXCLUDED_AS_COUNT")
                        .put("ruleId", rule)));
    json.set("customerConfig", JSON.nullNode());
    return json;
  }

  private ArrayNode rates() {
    ArrayNode rates = JSON.arrayNode();
    verdict.match().ifPresent(match -> rates.addAll(rates(match)));
    verdict.counted().forEach(match -> rates.addAll(rates(match)));
    verdict
        .groups()
        .forEach(
            group -> {
              group.terminating().ifPresent(match -> rates.addAll(rates(match)));
              group.counted().forEach(match -> rates.addAll(rates(match)));
            });
    return rates;
  }

  private ArrayNode rates(RuleMatch match) {
    return array(match.rates(), finding -> rate(match.rule(), finding));
  }

  private ObjectNode rate(String rule, RateFinding finding) {
    ObjectNode json = JSON.objectNode();
    json.put("rateBasedRuleId", source.webAclArn() + "_" + rule);
    json.put("rateBasedRuleName", rule);
    json.put("limitKey", finding.limitKey());
    json.put("maxRateAllowed", finding.limit());
    json.put("evaluationWindowSec", Integer.toString(finding.windowSeconds()));
    if (!finding.limitValue().isEmpty()) {
      json.put("limitValue", finding.limitValue());
    }
    if (!finding.values().isEmpty()) {
      ArrayNode values = json.putArray("customValues");
      finding.values().forEach(each -> values.add(customValue(each.key(), each.value())));
    }
    return json;
  }

  /** Writes {@code HEADER:name} as a key and a name. A header that is redacted stays so. */
  private ObjectNode customValue(String key, String value) {
    int colon = key.indexOf(':');
    if (colon < 0) {
      return JSON.objectNode().put("key", key).put("value", value);
    }
    String kind = key.substring(0, colon);
    String name = key.substring(colon + 1);
    String shown =
        switch (kind) {
          case "HEADER" -> redaction.header(name, value);
          case "COOKIE" -> redaction.header("cookie", value);
          default -> value;
        };
    return JSON.objectNode().put("key", kind).put("name", name).put("value", shown);
  }

  private JsonNode inserted() {
    List<Field> fields = verdict.inserted();
    return fields.isEmpty() ? JSON.nullNode() : array(fields, FirewallLogRecord::field);
  }

  private static ObjectNode field(Field field) {
    return JSON.objectNode().put("name", field.name()).put("value", field.value());
  }

  /** The code of a custom response. */
  private JsonNode responseCode() {
    return verdict.action() instanceof RuleAction.Block(var answer) && answer.isPresent()
        ? JSON.numberNode(answer.get().status())
        : JSON.nullNode();
  }

  private ObjectNode request() {
    HttpRequest request = verdict.request().whole();
    ObjectNode json = JSON.objectNode();
    json.put("clientIp", request.sourceIp());
    json.put("country", "-");
    json.set(
        "headers",
        array(
            request.fields(),
            each -> field(new Field(each.name(), redaction.header(each.name(), each.value())))));
    json.put("uri", redaction.uri(request.path()));
    json.put("args", redaction.query(request.query()));
    json.put("httpVersion", "HTTP/1.1");
    json.put("httpMethod", redaction.method(request.method()));
    json.put("requestId", source.requestId());
    return json;
  }

  private void body(ObjectNode json) {
    int size = verdict.request().whole().body().length;
    if (size > 0) {
      json.put("requestBodySize", size);
      json.put("requestBodySizeInspectedByWAF", verdict.request().body().length());
    }
    if (verdict.request().isBodyOversize()) {
      json.putArray("oversizeFields").add("REQUEST_BODY");
    }
  }
}

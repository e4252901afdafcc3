package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.detection.tuning.CountMatch;
import dev.rampart.domain.detection.tuning.CountReason;
import dev.rampart.domain.detection.tuning.CountedRequest;
import dev.rampart.domain.detection.tuning.CountingRule;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads which rules counted the request of a record of AWS WAF. */
public final class CountedRequestReader {
  /** What names of rules and ids of groups are made of; anything else is not AWS WAF's. */
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_:/#.+=-]{1,512}");

  private static final String COUNT = "COUNT";
  private static final String BLOCK = "BLOCK";
  private static final String TERMINATING_RULE = "terminatingRule";
  private static final Pattern LABEL = Pattern.compile("[0-9A-Za-z_:-]{1,1024}");

  private CountedRequestReader() {}

  /** Returns the request of a record; empty if no rule counted it, or if it has no time. */
  public static Optional<CountedRequest> read(JsonNode firewallRecord) {
    List<CountMatch> matches = matches(firewallRecord);
    Optional<Instant> at = LogFields.time(firewallRecord, "timestamp");
    if (matches.isEmpty() || at.isEmpty()) {
      return Optional.empty();
    }
    JsonNode request = firewallRecord.path("httpRequest");
    return Optional.of(
        new CountedRequest(
            at.get(),
            firewallRecord.path("action").asText().equals(BLOCK),
            CountedRequest.family(request.path("uri").asText()),
            LogFields.address(request, "clientIp"),
            matches,
            labels(firewallRecord)));
  }

  private static List<String> labels(JsonNode firewallRecord) {
    return each(firewallRecord.path("labels"))
        .map(label -> label.path("name").asText())
        .filter(label -> LABEL.matcher(label).matches())
        .toList();
  }

  /**
   * Returns the rules that counted the request of a record, each once. Absent members and nulls are
   * common.
   */
  private static List<CountMatch> matches(JsonNode firewallRecord) {
    List<JsonNode> groups = each(firewallRecord.path("ruleGroupList")).toList();
    List<JsonNode> counted = counting(groups, firewallRecord);
    List<CountMatch> own = matches(firewallRecord, "");
    Map<CountingRule, CountMatch> all = new LinkedHashMap<>();
    // The web ACL's rule that refers to a group which counts is listed beside its own rules, and
    // nothing tells them apart but their number.
    if (own.size() > counted.size()) {
      own.forEach(match -> all.putIfAbsent(match.rule(), match));
    }
    for (JsonNode group : groups) {
      String id = group.path("ruleGroupId").asText();
      excluded(group, id).forEach(match -> all.putIfAbsent(match.rule(), match));
      matches(group, id).forEach(match -> all.putIfAbsent(match.rule(), match));
    }
    for (JsonNode group : counted) {
      rule(group.path("ruleGroupId").asText(), group.path(TERMINATING_RULE))
          .map(rule -> new CountMatch(rule, CountReason.GROUP_OVERRIDE))
          .ifPresent(match -> all.putIfAbsent(match.rule(), match));
    }
    return List.copyOf(all.values());
  }

  /**
   * Returns the groups of which a rule would have blocked, and that the web ACL has count as a
   * whole. The last group that has such a rule is the one that decided, if a group did.
   */
  private static List<JsonNode> counting(List<JsonNode> groups, JsonNode firewallRecord) {
    List<JsonNode> blocking = groups.stream().filter(CountedRequestReader::blocks).toList();
    boolean groupDecided = firewallRecord.path("terminatingRuleType").asText().endsWith("GROUP");
    return groupDecided && !blocking.isEmpty()
        ? blocking.subList(0, blocking.size() - 1)
        : blocking;
  }

  private static boolean blocks(JsonNode group) {
    return group.path(TERMINATING_RULE).path("action").asText().equals(BLOCK);
  }

  private static List<CountMatch> matches(JsonNode place, String group) {
    return each(place.path("nonTerminatingMatchingRules"))
        .filter(rule -> rule.path("action").asText().equals(COUNT))
        .flatMap(
            rule ->
                rule(group, rule).map(name -> new CountMatch(name, reason(group, rule))).stream())
        .toList();
  }

  private static CountReason reason(String group, JsonNode rule) {
    if (group.isEmpty()) {
      return CountReason.OWN_ACTION;
    }
    return rule.hasNonNull("overriddenAction")
        ? CountReason.RULE_OVERRIDE
        : CountReason.GROUP_DEFAULT;
  }

  private static Stream<CountMatch> excluded(JsonNode group, String id) {
    return each(group.path("excludedRules"))
        .flatMap(rule -> rule(id, rule).stream())
        .map(rule -> new CountMatch(rule, CountReason.EXCLUDED));
  }

  private static Optional<CountingRule> rule(String group, JsonNode rule) {
    String name = rule.path("ruleId").asText();
    return NAME.matcher(name).matches() && (group.isEmpty() || NAME.matcher(group).matches())
        ? Optional.of(new CountingRule(group, name))
        : Optional.empty();
  }

  private static Stream<JsonNode> each(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }
}

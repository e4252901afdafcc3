package dev.rampart.local.check.rule.edge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The log of the web ACL: kept, readable, and without anybody's credentials. */
final class FirewallLogRules {
  private static final String LOG = "AWS::WAFv2::LoggingConfiguration";
  private static final Set<String> SECRETS = Set.of("authorization", "x-api-key", "cookie");
  // Detection counts both: what was refused, and what a rule saw and let pass.
  private static final Set<String> EVIDENCE = Set.of("BLOCK", "COUNT");

  private FirewallLogRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "WAF-12",
            "Each web ACL is logged",
            "nobody could see an attack, and detection would get no signals",
            "declare an AWS::WAFv2::LoggingConfiguration with the ARN of the web ACL",
            FirewallLogRules::logged),
        PostureRule.must(
            "WAF-13",
            "The log has no token, API key or cookie",
            "whoever reads the log could act as any user",
            "RedactedFields with SingleHeader authorization, x-api-key and cookie",
            FirewallLogRules::redacted),
        PostureRule.should(
            "WAF-14",
            "The log group is named without ':*'",
            "GetAtt Arn of a log group ends in ':*', which the firewall refuses",
            "!Sub 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${Group}'",
            (subject, seen) ->
                destinations(
                    subject,
                    seen,
                    destination ->
                        !destination.endsWith(":*")
                            && Symbol.in(destination).stream()
                                .allMatch(symbol -> symbol.attribute().isEmpty()))),
        PostureRule.must(
            "WAF-15",
            "The log goes to a log group of the template whose name begins with aws-waf-logs-",
            "the firewall refuses any other name, and says only that the ARN is not valid",
            "LogGroupName: !Sub 'aws-waf-logs-…'",
            (subject, seen) ->
                destinations(
                    subject,
                    seen,
                    destination ->
                        Symbol.in(destination).stream()
                            .flatMap(symbol -> subject.find(symbol.logicalId()).stream())
                            .anyMatch(
                                group ->
                                    group.text("LogGroupName", "").startsWith("aws-waf-logs-")))),
        PostureRule.must(
            "WAF-25",
            "The log keeps all that a rule blocked or counted",
            "a filter that drops a refusal blinds detection to the attack",
            "no LoggingFilter, or DefaultBehavior: DROP with one filter that KEEPs what MEETS_ANY"
                + " of the actions BLOCK and COUNT",
            FirewallLogRules::filtered));
  }

  private static void logged(CheckedTemplate subject, Examination seen) {
    for (Resource acl : subject.ofType(Types.WEB_ACL)) {
      seen.expect(
          subject.ofType(LOG).stream()
              .anyMatch(log -> subject.isTarget(log.property("ResourceArn"), acl)),
          acl);
    }
  }

  private static void redacted(CheckedTemplate subject, Examination seen) {
    for (Resource log : subject.ofType(LOG)) {
      Set<String> names =
          Json.list(log.property("RedactedFields")).stream()
              .map(field -> Json.at(field, "SingleHeader.Name").asText())
              .collect(Collectors.toSet());
      for (String header : SECRETS) {
        seen.expect(names.contains(header), log, "RedactedFields." + header);
      }
    }
  }

  private static void destinations(
      CheckedTemplate subject, Examination seen, Predicate<String> holds) {
    for (Resource log : subject.ofType(LOG)) {
      for (String destination : Json.texts(log.property("LogDestinationConfigs"))) {
        seen.expect(holds.test(destination), log, "LogDestinationConfigs");
      }
    }
  }

  private static void filtered(CheckedTemplate subject, Examination seen) {
    for (Resource log : subject.ofType(LOG)) {
      JsonNode filter = log.property("LoggingFilter");
      List<JsonNode> filters = Json.list(filter.path("Filters"));
      boolean keeps =
          filters.stream().allMatch(part -> part.path("Behavior").asText().equals("KEEP"));
      boolean all =
          filter.isMissingNode() || filter.path("DefaultBehavior").asText().equals("KEEP");
      seen.expect(
          keeps && (all || filters.stream().anyMatch(FirewallLogRules::keepsEvidence)),
          log,
          "LoggingFilter");
    }
  }

  private static boolean keepsEvidence(JsonNode filter) {
    Set<String> actions =
        Json.list(filter.path("Conditions")).stream()
            .map(condition -> Json.at(condition, "ActionCondition.Action").asText())
            .collect(Collectors.toSet());
    return filter.path("Requirement").asText().equals("MEETS_ANY") && actions.containsAll(EVIDENCE);
  }
}

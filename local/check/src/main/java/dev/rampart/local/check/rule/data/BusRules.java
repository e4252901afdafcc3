package dev.rampart.local.check.rule.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Event buses: who may publish, and what is kept. */
final class BusRules {
  private static final String POLICY = "AWS::Events::EventBusPolicy";
  private static final String ARCHIVE = "AWS::Events::Archive";
  private static final String PUBLISH = "events:PutEvents";
  // A fault found on Monday began last week; what is older than a year nobody replays.
  private static final int ARCHIVE_DAYS_MIN = 7;
  private static final int ARCHIVE_DAYS_MAX = 365;

  private BusRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "EVB-01",
            "There is an event bus of our own",
            "the default bus of the account is open to every service and every role in it",
            "declare an AWS::Events::EventBus",
            Rules.exists(Types.BUS)),
        PostureRule.must(
            "EVB-02",
            "Each bus has a resource policy",
            "nothing but the roles would stand between the bus and other accounts",
            "declare an AWS::Events::EventBusPolicy for the bus",
            BusRules::policies),
        PostureRule.must(
            "EVB-03",
            "The policy of a bus refuses everybody outside this account, and allows nobody",
            "another account could inject events, or a Deny turned round would let everybody in",
            "write one statement: Effect Deny, Principal '*', events:PutEvents on the bus,"
                + " StringNotEquals aws:PrincipalAccount this account,"
                + " BoolIfExists aws:PrincipalIsAWSService 'false'",
            BusRules::outsiders),
        PostureRule.should(
            "EVB-04",
            "Each bus is encrypted with a customer key",
            "nobody could see or end the use of its key",
            "KmsKeyIdentifier: !GetAtt of the key",
            (subject, seen) -> customerKey(subject, seen, Types.BUS)),
        PostureRule.must(
            "EVB-05",
            "Each bus has a queue for what it cannot encrypt or decrypt",
            "events would be lost in silence while the key cannot be used",
            "DeadLetterConfig: {Arn: !GetAtt of a queue}",
            BusRules::deadLetters),
        PostureRule.must(
            "EVB-06",
            "Each bus has an archive that keeps events for a week at least and a year at most",
            "events could not be replayed after a fault, or would be kept for ever",
            "declare an AWS::Events::Archive with RetentionDays between 7 and 365",
            BusRules::archives),
        PostureRule.must(
            "EVB-15",
            "An archive keeps all that is published on its bus, with a customer key",
            "what the pattern leaves out cannot be replayed",
            "EventPattern: {source: [{prefix: …}]} that covers every source, and KmsKeyIdentifier",
            BusRules::archived),
        PostureRule.must(
            "EVB-16",
            "Events leave a bus by rules of this template alone",
            "a partner source, a pipe or schema discovery would move events past the rules that are"
                + " checked here",
            "remove the resource or the property, or review it and add it to the rule",
            BusRules::waysOut));
  }

  private static void policies(CheckedTemplate subject, Examination seen) {
    for (Resource bus : subject.ofType(Types.BUS)) {
      seen.expect(
          subject.ofType(POLICY).stream()
              .anyMatch(policy -> subject.isTarget(policy.property("EventBusName"), bus)),
          bus);
    }
  }

  private static void outsiders(CheckedTemplate subject, Examination seen) {
    for (Resource policy : subject.ofType(POLICY)) {
      seen.expect(policy.property("Statement").isContainerNode(), policy, "Statement");
      Rules.only(policy, "", seen, "EventBusName", "StatementId", "Statement");
    }
    for (Statement statement : PolicyStatements.ofType(subject, POLICY)) {
      seen.expect(refusesOutsiders(subject, statement), Place.of(statement));
    }
  }

  private static boolean refusesOutsiders(CheckedTemplate subject, Statement statement) {
    JsonNode named = statement.holder().property("EventBusName");
    return statement.isPlain()
        && statement.isDeny()
        && statement.isForEverybody()
        && statement.hasActions(PUBLISH)
        && subject.target(named).filter(statement::isAbout).isPresent()
        && statement.hasConditions(
            new Statement.Test("StringNotEquals", "aws:principalaccount", Symbol.ACCOUNT),
            new Statement.Test("BoolIfExists", "aws:principalisawsservice", "false"));
  }

  private static void customerKey(CheckedTemplate subject, Examination seen, String type) {
    for (Resource resource : subject.ofType(type)) {
      seen.expect(
          subject.isTarget(resource.property("KmsKeyIdentifier"), Types.KEY),
          resource,
          "KmsKeyIdentifier");
    }
  }

  private static void deadLetters(CheckedTemplate subject, Examination seen) {
    for (Resource bus : subject.ofType(Types.BUS)) {
      seen.expect(
          subject.isTarget(Json.at(bus.properties(), "DeadLetterConfig.Arn"), Types.QUEUE),
          bus,
          "DeadLetterConfig.Arn");
    }
  }

  private static void archives(CheckedTemplate subject, Examination seen) {
    for (Resource bus : subject.ofType(Types.BUS)) {
      List<Resource> archives =
          subject.ofType(ARCHIVE).stream()
              .filter(archive -> subject.isTarget(archive.property("SourceArn"), bus))
              .toList();
      seen.expect(!archives.isEmpty(), bus);
      for (Resource archive : archives) {
        seen.expect(
            Rules.isWithin(archive.property("RetentionDays"), ARCHIVE_DAYS_MIN, ARCHIVE_DAYS_MAX),
            archive,
            "RetentionDays");
      }
    }
  }

  private static void archived(CheckedTemplate subject, Examination seen) {
    customerKey(subject, seen, ARCHIVE);
    Set<String> published =
        EventRuleRules.publications(subject).stream()
            .map(EventRuleRules.Publication::source)
            .collect(Collectors.toSet());
    for (Resource archive : subject.ofType(ARCHIVE)) {
      Rules.only(archive, "EventPattern", seen, "source");
      List<JsonNode> kept = Json.list(Json.at(archive.properties(), "EventPattern.source"));
      boolean all = archive.property("EventPattern").isMissingNode();
      seen.expect(
          all || published.stream().allMatch(source -> isKept(source, kept)),
          archive,
          "EventPattern.source");
    }
  }

  private static boolean isKept(String source, List<JsonNode> kept) {
    return kept.stream()
        .anyMatch(
            value ->
                value.isTextual()
                    ? value.asText().equals(source)
                    : value.size() == 1
                        && value.path("prefix").isTextual()
                        && source.startsWith(value.path("prefix").asText()));
  }

  private static void waysOut(CheckedTemplate subject, Examination seen) {
    Rules.none("AWS::Events::Endpoint", "AWS::EventSchemas::Discoverer", "AWS::Pipes::Pipe")
        .examine(subject, seen);
    Rules.only(
            Types.BUS,
            "DeadLetterConfig",
            "Description",
            "KmsKeyIdentifier",
            "LogConfig",
            "Name",
            "Tags")
        .examine(subject, seen);
  }
}

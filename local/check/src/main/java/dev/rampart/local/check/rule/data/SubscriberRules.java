package dev.rampart.local.check.rule.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.LambdaFunctions;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.ScheduleRoles;
import dev.rampart.local.check.model.TargetRoles;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.List;
import java.util.function.Predicate;

/** Topics of people as targets of rules, and the roles that targets have. */
final class SubscriberRules {
  private static final String EVENTS = "events.amazonaws.com";
  private static final String ROLE = "Targets.RoleArn";
  private static final String DETAIL = "EventPattern.detail";

  /** What a rule asks of a threat that people are to hear of. */
  static final JsonNode FOR_PEOPLE = Json.parse("{\"notificationsLeft\": [{\"exists\": true}]}");

  private SubscriberRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "EVB-18",
            "A rule for a topic tells people what they are to hear, and no other rule asks for it",
            "a mail for each event makes people stop reading; a program that gets only some misses"
                + " how a finding ends",
            "detail: {notificationsLeft: [{exists: true}]} in the pattern, if the target is a"
                + " topic",
            SubscriberRules::forPeople),
        PostureRule.must(
            "EVB-19",
            "A topic or an API destination is reached with a role of its rule's own, which"
                + " EventBridge takes on for that rule alone",
            "another account's rule could publish or call by way of the service; whoever shares the"
                + " role has the rights of both",
            "AssumeRolePolicyDocument with one statement: Allow sts:AssumeRole to"
                + " events.amazonaws.com, StringEquals aws:SourceAccount this account and ArnEquals"
                + " aws:SourceArn the ARN of the rule",
            SubscriberRules::ownRole),
        PostureRule.must(
            "EVB-20",
            "The role of a target may publish on its topic or call its API destination, and nothing"
                + " else",
            "it would reach nothing, or do what nobody reviewed",
            "sns:Publish on the topic and, for its key, kms:Decrypt and kms:GenerateDataKey by"
                + " kms:ViaService of SNS; or events:InvokeApiDestination on the destination",
            SubscriberRules::ownRights));
  }

  private static void forPeople(CheckedTemplate subject, Examination seen) {
    for (Resource rule : subject.ofType(Types.RULE)) {
      boolean isForTopic =
          Json.list(rule.property("Targets")).stream()
              .anyMatch(target -> subject.isTarget(target.path("Arn"), Types.TOPIC));
      boolean asks = Json.at(rule.properties(), DETAIL).equals(FOR_PEOPLE);
      seen.expect(isForTopic == asks, rule, DETAIL);
    }
  }

  private static boolean needsRole(CheckedTemplate subject, JsonNode target) {
    return subject.isTarget(target.path("Arn"), Types.TOPIC)
        || subject.isTarget(target.path("Arn"), Types.API_DESTINATION);
  }

  private static void ownRole(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource rule : subject.ofType(Types.RULE)) {
      for (JsonNode target : Json.list(rule.property("Targets"))) {
        if (needsRole(subject, target)) {
          seen.expect(
              TargetRoles.of(subject, target)
                  .filter(role -> isTrusted(subject, rule, role))
                  .filter(role -> !isShared(subject, rule, role))
                  .isPresent(),
              rule,
              ROLE);
        }
      }
    }
  }

  private static boolean isTrusted(CheckedTemplate subject, Resource rule, Resource role) {
    return RoleForms.trust(role, EVENTS).stream()
        .flatMap(trust -> trust.conditions().stream())
        .filter(test -> !test.equals(PolicyForms.OWN_ACCOUNT))
        .filter(test -> test.operator().equals("ArnEquals"))
        .anyMatch(test -> test.values().size() == 1 && isOf(subject, rule, test));
  }

  /** By its name, since the rule that names the role cannot be referred to in it. */
  private static boolean isOf(CheckedTemplate subject, Resource rule, Statement.Test test) {
    String bus =
        subject
            .target(rule.property("EventBusName"))
            .map(found -> found.text("Name", ""))
            .orElse("");
    return test.values().getFirst().endsWith(":rule/" + bus + "/" + rule.text("Name", ""));
  }

  private static boolean isShared(CheckedTemplate subject, Resource rule, Resource role) {
    return LambdaFunctions.roles(subject).contains(role)
        || ScheduleRoles.all(subject).contains(role)
        || subject.ofType(Types.RULE).stream()
            .filter(other -> !other.equals(rule))
            .flatMap(other -> Json.list(other.property("Targets")).stream())
            .anyMatch(other -> TargetRoles.of(subject, other).filter(role::equals).isPresent());
  }

  private static void ownRights(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource rule : subject.ofType(Types.RULE)) {
      for (JsonNode target : Json.list(rule.property("Targets"))) {
        TargetRoles.of(subject, target)
            .ifPresent(
                role ->
                    RoleForms.expectOnly(
                        needed(subject, target),
                        PolicyStatements.ofRole(subject, role),
                        seen,
                        Place.of(role, "Policies")));
      }
    }
  }

  /** Returns the forms of the statements that the role of a target has. */
  private static List<Predicate<Statement>> needed(CheckedTemplate subject, JsonNode target) {
    JsonNode arn = target.path("Arn");
    if (subject.isTarget(arn, Types.API_DESTINATION)) {
      return List.of(
          statement -> RoleForms.isOn(statement, arn.asText(), "events:InvokeApiDestination"));
    }
    Predicate<Statement> publishes =
        statement -> RoleForms.isOn(statement, arn.asText(), "sns:Publish");
    return subject
        .target(arn)
        .flatMap(topic -> subject.target(topic.property("KmsMasterKeyId")))
        .filter(key -> key.type().equals(Types.KEY))
        .map(key -> List.of(publishes, statement -> RoleForms.encrypts(statement, key, "sns")))
        .orElse(List.of(publishes));
  }
}

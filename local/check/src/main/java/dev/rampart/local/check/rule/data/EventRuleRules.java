package dev.rampart.local.check.rule.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.DeadLetters;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Rules of the event bus: which events they take, and where they bring them. */
final class EventRuleRules {
  private static final String EVENTS = "events.amazonaws.com";
  private static final String SOURCE = "source";
  private static final String DETAIL_TYPE = "detail-type";
  private static final String DETAIL = "detail";
  // Fewer attempts give up on a short fault of the target; more go on after its cause is known.
  private static final int ATTEMPTS_MIN = 3;
  private static final int ATTEMPTS_MAX = 50;
  // An hour outlasts most faults; after four the event is too old to act on, and waits in the
  // dead-letter queue for people instead.
  private static final int AGE_SECONDS_MIN = 3600;
  private static final int AGE_SECONDS_MAX = 4 * 3600;

  /** Says that a role may publish events of a source and a type. */
  record Publication(String source, String detailType) {}

  private EventRuleRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "EVB-07",
            "Each rule filters by source and detail-type",
            "a target would get events that it was never written for",
            "EventPattern: {source: […], detail-type: […]}",
            EventRuleRules::filters),
        PostureRule.must(
            "EVB-08",
            "Each rule is on a bus of the template",
            "on the default bus it sees nothing of ours, and everything of the account",
            "EventBusName: !Ref of the bus",
            (subject, seen) ->
                rules(
                    subject,
                    seen,
                    "EventBusName",
                    (rule, value) -> subject.isTarget(value, Types.BUS))),
        PostureRule.must(
            "EVB-09",
            "What a target does not take is kept in a queue",
            "events would be lost in silence",
            "DeadLetterConfig: {Arn: !GetAtt of a queue} on the target",
            (subject, seen) ->
                targets(
                    subject,
                    seen,
                    (rule, target) ->
                        subject.isTarget(Json.at(target, "DeadLetterConfig.Arn"), Types.QUEUE))),
        PostureRule.must(
            "EVB-10",
            "Each target has retries: 3 to 50 attempts, within 1 to 4 hours",
            "a short fault would lose events, or old ones would arrive a day later",
            "RetryPolicy: {MaximumRetryAttempts: 20, MaximumEventAgeInSeconds: 3600}",
            (subject, seen) -> targets(subject, seen, (rule, target) -> retries(target))),
        PostureRule.must(
            "EVB-11",
            "Each queue takes from exactly the rule or bus that sends to it",
            "events are lost where the queue refuses the sender; anybody's rule could fill it"
                + " where it does not ask who sends",
            "allow sqs:SendMessage to events.amazonaws.com with"
                + " ArnEquals aws:SourceArn the ARN of the sender",
            EventRuleRules::queues),
        PostureRule.must(
            "EVB-12",
            "Each rule is on",
            "a rule with State DISABLED delivers nothing, and no alarm rings",
            "State: ENABLED, or leave it out",
            (subject, seen) ->
                rules(
                    subject,
                    seen,
                    "State",
                    (rule, state) -> state.asText("ENABLED").equals("ENABLED"))),
        PostureRule.must(
            "EVB-13",
            "A pattern names its sources and types plainly, and asks for nothing else but what"
                + " people are to hear",
            "prefix, wildcard, exists or anything-but takes events that nobody reviewed; a further"
                + " condition drops some in silence",
            "list the names; filter further in what reads the events",
            EventRuleRules::plain),
        PostureRule.must(
            "EVB-14",
            "A rule takes its types from every source that may publish them, and from no other",
            "signals of a source that the pattern forgot never reach detection",
            "list in source what the roles with events:PutEvents may publish under that"
                + " detail-type",
            EventRuleRules::sources),
        PostureRule.must(
            "EVB-17",
            "A target is a resource of the template; a program gets the event as it is, people a"
                + " text",
            "events would go elsewhere, or a transformer would cut or forge what the reader sees",
            "Arn: !GetAtt of the target; InputTransformer for a topic alone, RoleArn for a topic or"
                + " an API destination, never Input or InputPath",
            EventRuleRules::whole));
  }

  private static void rules(
      CheckedTemplate subject,
      Examination seen,
      String property,
      BiPredicate<Resource, JsonNode> holds) {
    for (Resource rule : subject.ofType(Types.RULE)) {
      seen.expect(holds.test(rule, rule.property(property)), rule, property);
    }
  }

  private static void targets(
      CheckedTemplate subject, Examination seen, BiPredicate<Resource, JsonNode> holds) {
    for (Resource rule : subject.ofType(Types.RULE)) {
      for (JsonNode target : Json.list(rule.property("Targets"))) {
        seen.expect(holds.test(rule, target), rule, "Targets");
      }
    }
  }

  private static void filters(CheckedTemplate subject, Examination seen) {
    for (Resource rule : subject.ofType(Types.RULE)) {
      for (String member : List.of(SOURCE, DETAIL_TYPE)) {
        seen.expect(!pattern(rule, member).isEmpty(), rule, "EventPattern." + member);
      }
    }
  }

  private static List<JsonNode> pattern(Resource rule, String member) {
    return Json.list(rule.property("EventPattern").path(member));
  }

  private static boolean retries(JsonNode target) {
    JsonNode policy = target.path("RetryPolicy");
    return Rules.isWithin(policy.path("MaximumRetryAttempts"), ATTEMPTS_MIN, ATTEMPTS_MAX)
        && Rules.isWithin(
            policy.path("MaximumEventAgeInSeconds"), AGE_SECONDS_MIN, AGE_SECONDS_MAX);
  }

  private static void queues(CheckedTemplate subject, Examination seen) {
    for (DeadLetters.Delivery delivery : DeadLetters.ofEvents(subject)) {
      seen.expect(
          QueueRules.statements(subject, delivery.queue()).stream()
              .filter(Statement::isAllow)
              .filter(statement -> statement.isForService(EVENTS))
              .anyMatch(statement -> takes(statement, delivery)),
          delivery.queue(),
          "from " + delivery.sender().logicalId());
    }
  }

  private static boolean takes(Statement statement, DeadLetters.Delivery delivery) {
    String arn = new Symbol(delivery.sender().logicalId(), "Arn").toString();
    return statement.isPlain()
        && statement.hasActions("sqs:SendMessage")
        && statement.isAbout(delivery.queue())
        && statement.conditions().stream()
            .filter(test -> Set.of("ArnEquals", "ArnLike").contains(test.operator()))
            .anyMatch(
                test -> test.key().equals("aws:sourcearn") && test.values().equals(List.of(arn)));
  }

  private static void plain(CheckedTemplate subject, Examination seen) {
    for (Resource rule : subject.ofType(Types.RULE)) {
      Rules.only(rule, "EventPattern", seen, SOURCE, DETAIL_TYPE, DETAIL);
      JsonNode detail = rule.property("EventPattern").path(DETAIL);
      seen.expect(
          detail.isMissingNode() || detail.equals(SubscriberRules.FOR_PEOPLE),
          rule,
          "EventPattern." + DETAIL);
      for (String member : List.of(SOURCE, DETAIL_TYPE)) {
        seen.expect(
            pattern(rule, member).stream().allMatch(JsonNode::isTextual),
            rule,
            "EventPattern." + member);
      }
    }
  }

  private static void sources(CheckedTemplate subject, Examination seen) {
    List<Publication> publications = publications(subject);
    for (Resource rule : subject.ofType(Types.RULE)) {
      Set<String> types = Set.copyOf(Json.texts(rule.property("EventPattern").path(DETAIL_TYPE)));
      Set<String> published =
          publications.stream()
              .filter(publication -> types.contains(publication.detailType()))
              .map(Publication::source)
              .collect(Collectors.toSet());
      Set<String> taken = Set.copyOf(Json.texts(rule.property("EventPattern").path(SOURCE)));
      seen.expect(taken.equals(published), rule, "EventPattern." + SOURCE);
    }
  }

  /** Returns what the roles of the template may publish. */
  static List<Publication> publications(CheckedTemplate subject) {
    List<Publication> publications = new ArrayList<>();
    for (Statement statement : PolicyStatements.all(subject)) {
      if (statement.isAllow() && statement.covers("events:PutEvents")) {
        for (String source : asked(statement, "events:source")) {
          for (String type : asked(statement, "events:detail-type")) {
            publications.add(new Publication(source, type));
          }
        }
      }
    }
    return publications;
  }

  private static Set<String> asked(Statement statement, String key) {
    return statement.conditions().stream()
        .filter(test -> test.key().equals(key) && !test.operator().equals("Null"))
        .flatMap(test -> test.values().stream())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static void whole(CheckedTemplate subject, Examination seen) {
    targets(
        subject,
        seen,
        (rule, target) ->
            subject.target(target.path("Arn")).isPresent()
                && target.properties().stream()
                    .allMatch(member -> members(subject, target).contains(member.getKey())));
  }

  private static Set<String> members(CheckedTemplate subject, JsonNode target) {
    Set<String> members =
        new LinkedHashSet<>(List.of("Id", "Arn", "DeadLetterConfig", "RetryPolicy"));
    JsonNode arn = target.path("Arn");
    if (subject.isTarget(arn, Types.TOPIC)) {
      members.addAll(List.of("RoleArn", "InputTransformer"));
    } else if (subject.isTarget(arn, Types.API_DESTINATION)) {
      members.add("RoleArn");
    } else {
      members.add("SqsParameters");
    }
    return members;
  }
}

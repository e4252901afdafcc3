package dev.rampart.local.check.rule.data;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.access.Statement;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.PolicyStatements;
import dev.rampart.local.check.model.TargetRoles;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/** Topics: alarms may publish, nobody else, and somebody hears. */
final class TopicRules {
  private static final String POLICY = "AWS::SNS::TopicPolicy";
  private static final String SUBSCRIPTION = "AWS::SNS::Subscription";
  private static final String KEY = "KmsMasterKeyId";
  private static final String ALARMS = "cloudwatch.amazonaws.com";
  private static final Set<String> PROTOCOLS = Set.of("email", "email-json", "https", "sqs");

  private TopicRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "SNS-01",
            "There is a topic",
            "a check that finds no topic has checked nothing",
            "declare an AWS::SNS::Topic",
            Rules.exists(Types.TOPIC)),
        PostureRule.must(
            "SNS-02",
            "Each topic is encrypted",
            "messages would lie in the clear until they are delivered",
            "KmsMasterKeyId: !Ref of the key",
            Rules.each(Types.TOPIC, KEY, key -> !key.asText().isEmpty())),
        PostureRule.must(
            "SNS-03",
            "The key of a topic lets alarms use it",
            "an alarm could not publish, and nobody would hear it",
            "KmsMasterKeyId: !Ref of a customer key whose policy allows cloudwatch.amazonaws.com"
                + " kms:Decrypt and kms:GenerateDataKey",
            TopicRules::alarmsUseKey),
        PostureRule.must(
            "SNS-04",
            "Each topic refuses connections without TLS",
            "messages could be read or changed on the way",
            "Effect: Deny, Principal: '*', Action: sns:Publish, Resource: the topic,"
                + " Condition: {Bool: {'aws:SecureTransport': 'false'}}",
            (subject, seen) -> each(subject, seen, TopicRules::refusesPlain)),
        PostureRule.must(
            "SNS-05",
            "Alarms of this account may publish to each topic that no rule publishes on",
            "an alarm would ring unheard, or another account's alarms would ring here",
            "allow cloudwatch.amazonaws.com sns:Publish on the topic with"
                + " StringEquals aws:SourceAccount this account",
            TopicRules::alarmsPublish),
        PostureRule.must(
            "SNS-06",
            "No topic is public",
            "anybody could subscribe to alarms, or send false ones",
            "name a service as the principal",
            TopicRules::open),
        PostureRule.must(
            "SNS-07",
            "The policy of a topic lets alarms publish, refuses plain connections, and says nothing"
                + " else",
            "any other statement opens the topic, or shuts the alarms out",
            "remove the statement, or give it the form of SNS-04 or SNS-05",
            TopicRules::statementsAreKnown),
        PostureRule.must(
            "SNS-08",
            "A topic has no property that nobody reviewed, and no policy of another type",
            "a delivery policy can drop messages, an inline subscription or policy goes unread",
            "remove the property or the resource, or review it and add it to the rule",
            TopicRules::nothingElse),
        PostureRule.must(
            "SNS-09",
            "A subscription brings all messages to an address that the owner gives",
            "a filter drops alarms, and a fixed address in a template is somebody else's",
            "Protocol: email, Endpoint: !Ref of a parameter, no FilterPolicy or DeliveryPolicy",
            TopicRules::subscriptions),
        PostureRule.must(
            "SNS-10",
            "Each topic that alarms act on has a subscription, at least under a condition",
            "alarms would ring where nobody listens",
            "declare an AWS::SNS::Subscription for the topic",
            TopicRules::heard),
        PostureRule.must(
            "SNS-11",
            "A policy of topics is for topics of the template",
            "it would open a topic that somebody else owns, or none",
            "Topics: [!Ref a topic of the template]",
            TopicRules::policiesAreForOwn));
  }

  private static void each(
      CheckedTemplate subject, Examination seen, BiPredicate<Statement, Resource> wanted) {
    subject.ofType(Types.TOPIC).forEach(topic -> expect(subject, seen, topic, wanted));
  }

  private static void expect(
      CheckedTemplate subject,
      Examination seen,
      Resource topic,
      BiPredicate<Statement, Resource> wanted) {
    seen.expect(
        PolicyStatements.ofType(subject, POLICY).stream()
            .filter(statement -> names(subject, statement.holder(), topic))
            .anyMatch(statement -> wanted.test(statement, topic)),
        topic);
  }

  private static void alarmsPublish(CheckedTemplate subject, Examination seen) {
    for (Resource topic : subject.ofType(Types.TOPIC)) {
      // The role of a rule needs no statement in the policy of its topic.
      if (!TargetRoles.isTarget(subject, topic)) {
        expect(subject, seen, topic, TopicRules::letsAlarmsPublish);
      }
    }
  }

  private static boolean names(CheckedTemplate subject, Resource policy, Resource topic) {
    return Json.list(policy.property("Topics")).stream()
        .anyMatch(named -> subject.isTarget(named, topic));
  }

  private static boolean refusesPlain(Statement statement, Resource topic) {
    return PolicyForms.refusesPlain(statement, topic, "sns:Publish");
  }

  private static boolean letsAlarmsPublish(Statement statement, Resource topic) {
    return statement.isPlain()
        && statement.isAbout(topic)
        && statement.isAllow()
        && statement.isForService(ALARMS)
        && statement.hasActions("sns:Publish")
        && statement.conditions().contains(PolicyForms.OWN_ACCOUNT)
        && statement.conditions().stream()
            .filter(test -> !test.equals(PolicyForms.OWN_ACCOUNT))
            .allMatch(TopicRules::isOwnAlarms);
  }

  private static boolean isOwnAlarms(Statement.Test test) {
    return test.operator().equals("ArnLike")
        && test.key().equals("aws:sourcearn")
        && test.values().stream().allMatch(arn -> arn.endsWith(":" + Symbol.ACCOUNT + ":alarm:*"));
  }

  private static void alarmsUseKey(CheckedTemplate subject, Examination seen) {
    for (Resource topic : subject.ofType(Types.TOPIC)) {
      JsonNode key = topic.property(KEY);
      seen.expect(
          subject
              .target(key)
              .filter(
                  found ->
                      KeyRules.lets(subject, found, ALARMS, "kms:Decrypt", "kms:GenerateDataKey"))
              .isPresent(),
          topic,
          KEY);
    }
  }

  private static void open(CheckedTemplate subject, Examination seen) {
    for (Statement statement : PolicyStatements.ofType(subject, POLICY)) {
      seen.expect(!(statement.isAllow() && statement.isForAnybody()), Place.of(statement));
    }
  }

  private static void statementsAreKnown(CheckedTemplate subject, Examination seen) {
    for (Statement statement : PolicyStatements.ofType(subject, POLICY)) {
      seen.expect(
          subject.ofType(Types.TOPIC).stream()
              .filter(topic -> names(subject, statement.holder(), topic))
              .anyMatch(
                  topic ->
                      refusesPlain(statement, topic)
                          || (letsAlarmsPublish(statement, topic)
                              && !TargetRoles.isTarget(subject, topic))),
          Place.of(statement));
    }
  }

  private static void policiesAreForOwn(CheckedTemplate subject, Examination seen) {
    for (Resource policy : subject.ofType(POLICY)) {
      List<JsonNode> topics = Json.list(policy.property("Topics"));
      seen.expect(
          !topics.isEmpty()
              && topics.stream().allMatch(topic -> subject.isTarget(topic, Types.TOPIC)),
          policy,
          "Topics");
    }
  }

  private static void nothingElse(CheckedTemplate subject, Examination seen) {
    Rules.none("AWS::SNS::TopicInlinePolicy").examine(subject, seen);
    Rules.only(POLICY, "PolicyDocument", "Topics").examine(subject, seen);
    Rules.only(Types.TOPIC, "DisplayName", KEY, "Tags", "TopicName").examine(subject, seen);
  }

  /** As they are written: a subscription under a condition is not in every stack. */
  private static Map<String, JsonNode> written(CheckedTemplate subject) {
    Map<String, JsonNode> subscriptions = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> resource :
        subject.template().section("Resources").properties()) {
      if (resource.getValue().path("Type").asText().equals(SUBSCRIPTION)) {
        subscriptions.put(resource.getKey(), resource.getValue().path("Properties"));
      }
    }
    return subscriptions;
  }

  private static void subscriptions(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    Set<String> known = Set.of("Endpoint", "Protocol", "Region", "TopicArn");
    for (Map.Entry<String, JsonNode> written : written(subject).entrySet()) {
      JsonNode properties = written.getValue();
      String address = properties.path("Endpoint").path("Ref").asText();
      boolean given = subject.template().section("Parameters").has(address);
      boolean ours = !Json.at(properties, "Endpoint.Fn::GetAtt").isMissingNode();
      seen.expect(
          PROTOCOLS.contains(properties.path("Protocol").asText())
              && (given || ours)
              && properties.properties().stream()
                  .allMatch(member -> known.contains(member.getKey())),
          Place.section(subject.template(), "Resources", written.getKey()));
    }
  }

  private static void heard(CheckedTemplate subject, Examination seen) {
    Set<String> heard =
        written(subject).values().stream()
            .map(properties -> properties.path("TopicArn").path("Ref").asText())
            .collect(Collectors.toSet());
    for (Resource topic : subject.ofType(Types.TOPIC)) {
      String symbol = new Symbol(topic.logicalId(), "").toString();
      boolean used =
          subject.ofType(Types.ALARM, Types.COMPOSITE_ALARM).stream()
              .anyMatch(alarm -> Json.texts(alarm.property("AlarmActions")).contains(symbol));
      seen.expect(!used || heard.contains(topic.logicalId()), topic);
    }
  }
}

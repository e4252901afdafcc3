package dev.rampart.local.check.rule.whole;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.LambdaFunctions;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Subscriptions: which log records a function is handed. */
final class SubscriptionRules {
  private static final String GROUP = "LogGroupName";
  private static final String DESTINATION = "DestinationArn";
  private static final String PATTERN = "FilterPattern";
  // All records, or each that the gateway answered with 4xx or 5xx, with those of users that it
  // answered with 2xx or without.
  private static final Set<String> ALL_REFUSALS =
      Set.of(
          "",
          "{($.status=\"4*\")||($.status=\"5*\")}",
          "{($.status=4*)||($.status=5*)}",
          "{($.status=\"4*\")||($.status=\"5*\")||(($.status=\"2*\")&&($.principal!=\"-\"))}");
  private static final Set<String> ALL = Set.of("");
  // All records, or each that carries a signal of the first version.
  private static final Set<String> ALL_SIGNALS = Set.of("", "{$.signal.schemaVersion=1}");
  // All records, or each of a sign-in that was refused or went well.
  private static final Set<String> ALL_SIGN_INS =
      Set.of("", "{$.message.eventResponse!=\"InProgress\"}");

  private SubscriptionRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "LOG-04",
            "No function reads its own log",
            "each line that it writes would call it again, without end",
            "LogGroupName: another group",
            SubscriptionRules::noLoop),
        PostureRule.must(
            "LOG-05",
            "Logs may call the function that they are handed to, by the same alias",
            "the subscription is refused, or nothing arrives",
            "an AWS::Lambda::Permission of logs.amazonaws.com with the group and the alias",
            SubscriptionRules::mayCall),
        PostureRule.must(
            "LOG-06",
            "A subscription waits for its permission",
            "logs try the call when it is made: without the permission the deployment fails",
            "DependsOn: [the permission]",
            SubscriptionRules::permissionFirst),
        PostureRule.must(
            "LOG-09",
            "Detection is handed all refusals of the access log, all of the firewall's log, all"
                + " sign-ins that ended and all signals of the functions behind the API",
            "a filter that drops a refusal blinds detection to the attack",
            "an AWS::Logs::SubscriptionFilter for each of these groups; FilterPattern '', or that"
                + " of the statuses 4* and 5*, or of each eventResponse but InProgress",
            SubscriptionRules::complete));
  }

  private static List<Resource> subscriptions(CheckedTemplate subject) {
    return subject.ofType(Types.SUBSCRIPTION_FILTER);
  }

  private static void noLoop(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource subscription : subscriptions(subject)) {
      Optional<Resource> own =
          LambdaFunctions.called(subject, subscription.property(DESTINATION))
              .flatMap(function -> LambdaFunctions.logGroup(subject, function));
      seen.expect(
          own.isPresent()
              && subject.isTarget(subscription.property(GROUP), Types.LOG_GROUP)
              && !subject.isTarget(subscription.property(GROUP), own.get()),
          subscription,
          GROUP);
    }
  }

  private static List<Resource> permissions(CheckedTemplate subject, Resource subscription) {
    Optional<Resource> group = subject.target(subscription.property(GROUP));
    return subject.ofType(Types.PERMISSION).stream()
        .filter(permission -> permission.text("Principal", "").equals("logs.amazonaws.com"))
        .filter(permission -> subject.target(permission.property("SourceArn")).equals(group))
        .filter(
            permission ->
                permission.property("FunctionName").equals(subscription.property(DESTINATION)))
        .toList();
  }

  private static void mayCall(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource subscription : subscriptions(subject)) {
      seen.expect(permissions(subject, subscription).size() == 1, subscription);
    }
  }

  private static void permissionFirst(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource subscription : subscriptions(subject)) {
      List<String> waits = Json.texts(subscription.beside("DependsOn"));
      seen.expect(
          permissions(subject, subscription).stream()
              .anyMatch(permission -> waits.contains(permission.logicalId())),
          subscription);
    }
  }

  private static void complete(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource api : subject.ofType(Types.API)) {
      JsonNode group = Json.at(api.properties(), "AccessLogSetting.DestinationArn");
      subscribed(subject, group, ALL_REFUSALS, seen);
    }
    for (Resource log : subject.ofType("AWS::WAFv2::LoggingConfiguration")) {
      for (JsonNode group : Json.list(log.property("LogDestinationConfigs"))) {
        subscribed(subject, group, ALL, seen);
      }
    }
    for (Resource log : subject.ofType("AWS::Cognito::LogDeliveryConfiguration")) {
      for (JsonNode configuration : Json.list(log.property("LogConfigurations"))) {
        if (configuration.path("EventSource").asText().equals("userAuthEvents")) {
          JsonNode group = Json.at(configuration, "CloudWatchLogsConfiguration.LogGroupArn");
          subscribed(subject, group, ALL_SIGN_INS, seen);
        }
      }
    }
    for (Resource function : LambdaFunctions.behindApi(subject)) {
      JsonNode group = Json.at(function.properties(), "LoggingConfig.LogGroup");
      subscribed(subject, group, ALL_SIGNALS, seen);
    }
    Rules.only(Types.SUBSCRIPTION_FILTER, GROUP, PATTERN, DESTINATION, "FilterName")
        .examine(subject, seen);
  }

  private static void subscribed(
      CheckedTemplate subject, JsonNode reference, Set<String> patterns, Examination seen) {
    for (Resource group : subject.target(reference).stream().toList()) {
      boolean handed =
          subscriptions(subject).stream()
              .filter(subscription -> subject.isTarget(subscription.property(GROUP), group))
              .filter(subscription -> subscription.properties().has(PATTERN))
              .anyMatch(
                  subscription ->
                      patterns.contains(subscription.text(PATTERN, "").replace(" ", "")));
      seen.expect(handed, group);
    }
  }
}

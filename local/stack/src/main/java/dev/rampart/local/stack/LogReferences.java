package dev.rampart.local.stack;

import dev.rampart.local.host.FunctionSettings;
import dev.rampart.local.logs.group.LogGroups;
import dev.rampart.local.template.Properties;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Refuses logs that would go to where nothing is. */
record LogReferences(StackPlan plan) {
  /** CloudWatch's limit for subscription filters of a log group. */
  private static final int SUBSCRIPTIONS_MAX = 2;

  void check(
      List<Properties> subscriptions,
      List<Properties> functions,
      Properties api,
      List<Properties> firewallLogs,
      List<Properties> activityLogs) {
    Map<String, Integer> subscribed = new HashMap<>();
    for (Properties subscription : subscriptions) {
      String group = subscription.text("LogGroupName");
      requireGroup(subscription, "LogGroupName", Optional.of(group));
      if (!plan.hasFunction(subscription.text("DestinationArn"))) {
        throw subscription.fault("DestinationArn", "names no function of the template");
      }
      if (subscribed.merge(group, 1, Integer::sum) > SUBSCRIPTIONS_MAX) {
        throw subscription.fault(
            "LogGroupName", "has more than " + SUBSCRIPTIONS_MAX + " subscriptions");
      }
    }
    for (Properties function : functions) {
      requireGroup(function, "LoggingConfig", group(function.resource().logicalId()));
    }
    requireGroup(api, "AccessLogSetting", plan.api().accessLog().destinationArn());
    for (Properties log : firewallLogs) {
      String property = "LogDestinationConfigs";
      requireGroup(log, property, log.texts(property).stream().findFirst());
    }
    for (Properties log : activityLogs) {
      requireGroup(log, "LogConfigurations", plan.identity().activityLogGroupArn());
    }
  }

  private Optional<String> group(String functionId) {
    return plan.functions().stream()
        .filter(function -> function.logicalId().equals(functionId))
        .findFirst()
        .flatMap(FunctionSettings::logGroup);
  }

  private void requireGroup(Properties owner, String property, Optional<String> named) {
    Optional<String> name = named.map(LogGroups::name);
    if (name.isPresent()
        && plan.logGroups().stream().noneMatch(group -> group.name().equals(name.get()))) {
      throw owner.fault(property, "names no log group of the template");
    }
  }
}

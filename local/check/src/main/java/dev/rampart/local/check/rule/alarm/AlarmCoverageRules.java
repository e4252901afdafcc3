package dev.rampart.local.check.rule.alarm;

import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.model.WatchedMetric;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What alarms look at: everything that has to ring, under the name that it really has. */
final class AlarmCoverageRules {
  private static final String DASHBOARD = "AWS::CloudWatch::Dashboard";
  private static final String FUNCTIONS = "AWS/Lambda";
  private static final String INDEX = "GlobalSecondaryIndexName";
  private static final List<String> THROTTLES =
      List.of("ReadThrottleEvents", "WriteThrottleEvents");
  private static final String SUM = "Sum";
  private static final String MAXIMUM = "Maximum";

  /**
   * What an alarm on a metric has to look like.
   *
   * @param thresholdMax in the unit of the metric
   */
  private record Form(Set<String> statistics, double thresholdMax) {}

  private static final Form COUNTED = new Form(Set.of(SUM), 0);
  // One answer in a hundred may take 5 s: a cold start and a slow table; more is a fault.
  private static final Form SLOW = new Form(Set.of("p99", "p99.9"), 5000);
  // A change that is five minutes late on the bus, in ms, is a fault of the relay.
  private static final Form LATE = new Form(Set.of(MAXIMUM), 300_000);
  // A signal that waits ten minutes, in s, is older than the window that counts it.
  private static final Form WAITING = new Form(Set.of(MAXIMUM), 600);
  // Several runs a minute: what one leaves the next one does, so it lasts only if each leaves it.
  private static final Form LASTING = new Form(Set.of("Minimum"), 0);
  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          Map.entry("5XXError", COUNTED),
          Map.entry("Errors", COUNTED),
          Map.entry("Throttles", COUNTED),
          Map.entry("FailedInvocations", COUNTED),
          Map.entry("ReadThrottleEvents", COUNTED),
          Map.entry("WriteThrottleEvents", COUNTED),
          Map.entry("SystemErrors", COUNTED),
          Map.entry("ThreatNotifications", COUNTED),
          Map.entry("BlockUpdatesDeferred", LASTING),
          Map.entry("BlocksOmitted", LASTING),
          // Each process counts the sources that it sees; more than that are always an attack.
          Map.entry("SuspiciousSources", new Form(Set.of(MAXIMUM), 100)),
          Map.entry("ApproximateNumberOfMessagesVisible", new Form(Set.of(MAXIMUM), 0)),
          Map.entry("Latency", SLOW),
          Map.entry("IteratorAge", LATE),
          Map.entry("ApproximateAgeOfOldestMessage", WAITING));

  private AlarmCoverageRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "CW-07",
            "What goes wrong at the gates, in functions, queues and on the bus has an alarm",
            "a fault or an attack would be found by the people that it hurts",
            "declare an alarm on the metric",
            AlarmCoverageRules::watched),
        PostureRule.should(
            "CW-08",
            "Each table has an alarm on throttled reads and writes",
            "users would be refused and nobody would know",
            "declare an alarm on ReadThrottleEvents and WriteThrottleEvents of the table",
            AlarmCoverageRules::tables),
        PostureRule.must(
            "CW-11",
            "The body of a dashboard is JSON and shows something",
            "the deployment fails, or the page is empty when it is needed",
            "DashboardBody: a JSON document with widgets",
            AlarmCoverageRules::dashboards),
        PostureRule.must(
            "CW-15",
            "Throttles of each function and of each global index have an alarm",
            "work is refused or delayed and nobody knows",
            "declare an alarm on Throttles of the function, on ReadThrottleEvents and"
                + " WriteThrottleEvents with GlobalSecondaryIndexName",
            AlarmCoverageRules::throttles),
        PostureRule.must(
            "CW-19",
            "An alarm on errors rings at the first one, an alarm on delay before it hurts",
            "a threshold too high or another statistic is an alarm switched off",
            "Threshold: 0, ComparisonOperator: GreaterThanThreshold, Statistic: Sum; Latency p99 at"
                + " most 5000, IteratorAge at most 300000, the age of a message at most 600",
            AlarmCoverageRules::forms));
  }

  private static void watched(CheckedTemplate subject, Examination seen) {
    List<WatchedMetric> alarmed = WatchedMetric.ofAlarms(subject);
    Map<String, List<String>> wanted =
        Map.of(
            "AWS/ApiGateway",
            List.of("5XXError", "4XXError", "Latency"),
            FUNCTIONS,
            List.of("Errors", "Throttles", "IteratorAge"),
            "AWS/SQS",
            List.of("ApproximateNumberOfMessagesVisible", "ApproximateAgeOfOldestMessage"),
            "AWS/WAFV2",
            List.of("BlockedRequests"),
            "AWS/Events",
            List.of("FailedInvocations"));
    wanted.forEach(
        (namespace, names) ->
            names.forEach(
                name ->
                    seen.expect(
                        alarmed.stream().anyMatch(metric -> metric.is(namespace, name)),
                        Place.absent("an alarm on " + namespace + " " + name))));
    for (Resource function : subject.ofType(Types.FUNCTION)) {
      seen.expect(isWatched(alarmed, "Errors", Map.of("FunctionName", ref(function))), function);
    }
    for (Resource rule : subject.ofType(Types.RULE)) {
      seen.expect(isWatchedByName(alarmed, rule), rule);
    }
  }

  private static String ref(Resource resource) {
    return new Symbol(resource.logicalId(), "").toString();
  }

  /** The name of a rule is its own, or what a reference to it stands for. */
  private static boolean isWatchedByName(List<WatchedMetric> alarmed, Resource rule) {
    return alarmed.stream()
        .filter(metric -> metric.name().equals("FailedInvocations"))
        .map(metric -> metric.dimensions().getOrDefault("RuleName", ""))
        .anyMatch(name -> name.equals(ref(rule)) || name.equals(rule.property("Name").asText("-")));
  }

  private static boolean isWatched(
      List<WatchedMetric> alarmed, String name, Map<String, String> dimensions) {
    return alarmed.stream()
        .anyMatch(metric -> metric.name().equals(name) && metric.dimensions().equals(dimensions));
  }

  private static void tables(CheckedTemplate subject, Examination seen) {
    List<WatchedMetric> alarmed = WatchedMetric.ofAlarms(subject);
    for (Resource table : subject.ofType(Types.TABLE)) {
      for (String throttle : THROTTLES) {
        seen.expect(
            isWatched(alarmed, throttle, Map.of("TableName", ref(table))),
            Place.of(table, throttle));
      }
    }
  }

  private static void throttles(CheckedTemplate subject, Examination seen) {
    List<WatchedMetric> alarmed = WatchedMetric.ofAlarms(subject);
    for (Resource function : subject.ofType(Types.FUNCTION)) {
      seen.expect(isWatched(alarmed, "Throttles", Map.of("FunctionName", ref(function))), function);
    }
    for (Resource table : subject.ofType(Types.TABLE)) {
      for (String index : MetricNameRules.indexes(subject, ref(table))) {
        for (String throttle : THROTTLES) {
          seen.expect(
              isWatched(alarmed, throttle, Map.of("TableName", ref(table), INDEX, index)),
              Place.of(table, index + " " + throttle));
        }
      }
    }
  }

  private static void forms(CheckedTemplate subject, Examination seen) {
    for (WatchedMetric metric : WatchedMetric.ofAlarms(subject)) {
      Form form = FORMS.get(metric.name());
      Resource alarm = metric.holder();
      if (form != null) {
        seen.expect(form.statistics().contains(metric.statistic()), alarm, "Statistic");
        seen.expect(
            alarm.property("Threshold").asDouble(Double.MAX_VALUE) <= form.thresholdMax(),
            alarm,
            "Threshold");
        seen.expect(alarm.property("Threshold").asDouble(-1) >= 0, alarm, "Threshold");
        seen.expect(
            alarm.text("ComparisonOperator", "").equals("GreaterThanThreshold"),
            alarm,
            "ComparisonOperator");
      } else {
        seen.expect(metric.statistic().equals(SUM), alarm, "Statistic");
      }
    }
  }

  private static void dashboards(CheckedTemplate subject, Examination seen) {
    for (Resource dashboard : subject.ofType(DASHBOARD)) {
      seen.expect(
          MetricNameRules.body(dashboard)
              .filter(body -> !body.path("widgets").isEmpty())
              .isPresent(),
          dashboard,
          "DashboardBody");
    }
  }
}

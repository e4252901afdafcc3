package dev.rampart.local.alarms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.generate.Intrinsics;
import dev.rampart.local.generate.TemplateResources;
import dev.rampart.local.template.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The alarms that each kind of resource needs, and a dashboard of what they look at. */
public final class StandardAlarms {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int MINUTE_SECONDS = 60;
  private static final int FIVE_MINUTES_SECONDS = 300;
  private static final int LATENCY_MILLIS_MAX = 3000;
  private static final int ITERATOR_AGE_MILLIS_MAX = 60_000;
  private static final int MESSAGE_AGE_SECONDS_MAX = 300;

  /** Where an API is idle, a band is narrow: so few signals or sources are no attack. */
  private static final int SIGNALS_MIN = 50;

  private static final int SOURCES_MIN = 5;

  private final Template template;
  private final TemplateResources resources;
  private final ObjectNode alarms = JSON.objectNode();

  private StandardAlarms(Template template) {
    this.template = template;
    this.resources = TemplateResources.of(template);
  }

  /**
   * Returns the resources to write.
   *
   * @param template without those that were written before
   * @throws dev.rampart.local.template.source.TemplateException if two would have one name
   */
  public static ObjectNode of(Template template) {
    StandardAlarms standard = new StandardAlarms(template);
    standard.api();
    standard.firewall();
    standard.detection();
    standard.blocklist();
    standard.functions();
    standard.queues();
    standard.streams();
    standard.rules();
    standard.tables();
    standard.alarms.set("Dashboard", Dashboard.of(standard.resources));
    return standard.alarms;
  }

  private void add(String name, ObjectNode alarm) {
    if (alarms.has(name) || resources.section().has(name)) {
      throw template.fault(
          name + " would be the name of two resources; rename the one that it is made from");
    }
    boolean composite = resources.isHeardThroughComposite(name);
    alarms.set(
        name, Alarm.telling(alarm, Intrinsics.ref(composite ? "DetailTopic" : "SecurityTopic")));
  }

  private void addUnusual(String name, Metric metric, String words) {
    alarms.set(name + "Detector", Alarm.detector(metric));
    ObjectNode alarm = Alarm.unusual(metric, FIVE_MINUTES_SECONDS, 3, words);
    alarm.putArray("DependsOn").add(name + "Detector");
    add(name, alarm);
  }

  private void api() {
    add(
        "ServerErrorsAlarm",
        Alarm.above(
            0,
            ofApi("5XXError"),
            "Sum",
            MINUTE_SECONDS,
            3,
            words("The API answers 5xx", "server-errors")));
    add(
        "LatencyAlarm",
        Alarm.above(
            LATENCY_MILLIS_MAX,
            ofApi("Latency"),
            "p99",
            FIVE_MINUTES_SECONDS,
            3,
            words("One answer in a hundred takes over 3 s", "latency")));
    addUnusual(
        "ClientErrorsAlarm", ofApi("4XXError"), words("Unusually many refusals", "client-errors"));
  }

  private void firewall() {
    Map<String, JsonNode> dimensions = new LinkedHashMap<>();
    dimensions.put("WebACL", Intrinsics.sub("rampart-${Stage}"));
    dimensions.put("Region", Intrinsics.ref("AWS::Region"));
    dimensions.put("Rule", JSON.textNode("ALL"));
    addUnusual(
        "FirewallAlarm",
        Metric.of("AWS/WAFV2", "BlockedRequests", dimensions),
        words("The firewall blocks unusually much", "firewall"));
  }

  private void detection() {
    addUnusual(
        "SignalsAlarm",
        ofDetection("SuspiciousRequests"),
        words("Unusually many suspicious signals", "signals"));
    addEnough(
        "ManySignalsAlarm",
        "SuspiciousRequests",
        "Sum",
        SIGNALS_MIN,
        "Suspicious signals are more than a handful");
    addEnough(
        "ManySourcesAlarm",
        "SuspiciousSources",
        "Maximum",
        SOURCES_MIN,
        "Suspicious signals are of several sources");
    add(
        "ThreatsAlarm",
        Alarm.above(
            0,
            ofDetection("ThreatNotifications"),
            "Sum",
            MINUTE_SECONDS,
            1,
            words("Detection has found a threat", "threats")));
  }

  private void blocklist() {
    Map<String, JsonNode> budget = new LinkedHashMap<>();
    budget.put("Service", JSON.textNode("blocklist"));
    budget.put("reason", JSON.textNode("budget"));
    add(
        "BlockBudgetAlarm",
        Alarm.above(
            0,
            new Metric(Intrinsics.sub("Rampart/${Stage}"), "BlocksProposed", budget),
            "Sum",
            FIVE_MINUTES_SECONDS,
            1,
            words("More sources attack than may be blocked at a time", "block-budget")));
    // The least of a minute: under attack most runs find the sets changed seconds ago, and wait.
    add(
        "BlockUpdatesAlarm",
        Alarm.above(
            0,
            ofBlocklist("BlockUpdatesDeferred"),
            "Minimum",
            MINUTE_SECONDS,
            5,
            words("The firewall does not take the changes of the block list", "block-updates")));
    add(
        "BlocksOmittedAlarm",
        Alarm.above(
            0,
            ofBlocklist("BlocksOmitted"),
            "Minimum",
            MINUTE_SECONDS,
            5,
            words("Blocks find no room in the firewall's sets", "block-updates")));
  }

  /** For composites alone: what is unusual is an attack only if there is enough of it. */
  private void addEnough(String name, String metric, String statistic, int least, String words) {
    add(
        name,
        Alarm.above(
            least - 1,
            ofDetection(metric),
            statistic,
            FIVE_MINUTES_SECONDS,
            3,
            words(words, "signals")));
  }

  private void functions() {
    for (String function : resources.ofType("AWS::Serverless::Function")) {
      String name = function.replaceFirst("Function$", "");
      String label = name.toLowerCase(Locale.ROOT);
      add(
          name + "ErrorsAlarm",
          Alarm.above(
              0,
              ofFunction("Errors", function),
              "Sum",
              MINUTE_SECONDS,
              1,
              words("The function " + label + " fails", "function-errors")));
      add(
          name + "ThrottlesAlarm",
          Alarm.above(
              0,
              ofFunction("Throttles", function),
              "Sum",
              MINUTE_SECONDS,
              1,
              words("The function " + label + " has no capacity left", "throttles")));
    }
  }

  private void queues() {
    for (String queue : resources.deadLetterQueues()) {
      add(
          queue + "Alarm",
          Alarm.under(
              Alarm.above(
                  0,
                  ofQueue("ApproximateNumberOfMessagesVisible", queue),
                  "Maximum",
                  MINUTE_SECONDS,
                  1,
                  words("Something lies in " + queue, "dead-letters")),
              resources.condition(queue)));
    }
    resources
        .events("SQS")
        .flatMap(event -> TemplateResources.target(event.getValue().path("Queue")).stream())
        .distinct()
        .forEach(
            queue ->
                add(
                    queue.replaceFirst("Queue$", "") + "LagAlarm",
                    Alarm.above(
                        MESSAGE_AGE_SECONDS_MAX,
                        ofQueue("ApproximateAgeOfOldestMessage", queue),
                        "Maximum",
                        MINUTE_SECONDS,
                        5,
                        words("Messages wait in " + queue, "queue-lag"))));
  }

  private void streams() {
    resources
        .events("DynamoDB")
        .map(Map.Entry::getKey)
        .distinct()
        .forEach(
            function ->
                add(
                    function.replaceFirst("Function$", "") + "LagAlarm",
                    Alarm.above(
                        ITERATOR_AGE_MILLIS_MAX,
                        ofFunction("IteratorAge", function),
                        "Maximum",
                        MINUTE_SECONDS,
                        5,
                        words("Records of its stream reach " + function + " late", "stream-lag"))));
  }

  private void rules() {
    for (String rule : resources.ofType("AWS::Events::Rule")) {
      Map<String, JsonNode> dimensions = new LinkedHashMap<>();
      dimensions.put("EventBusName", resources.properties(rule).path("EventBusName"));
      dimensions.put("RuleName", resources.properties(rule).path("Name"));
      add(
          rule + "Alarm",
          Alarm.under(
              Alarm.above(
                  0,
                  Metric.of("AWS/Events", "FailedInvocations", dimensions),
                  "Sum",
                  MINUTE_SECONDS,
                  1,
                  words("The bus cannot deliver for " + rule, "delivery")),
              resources.condition(rule)));
    }
  }

  private void tables() {
    for (String table : resources.ofType("AWS::DynamoDB::Table")) {
      List<Metric> throttles = new ArrayList<>(ofTable(Map.of("TableName", Intrinsics.ref(table))));
      for (JsonNode index : resources.properties(table).path("GlobalSecondaryIndexes")) {
        Map<String, JsonNode> dimensions = new LinkedHashMap<>();
        dimensions.put("TableName", Intrinsics.ref(table));
        dimensions.put("GlobalSecondaryIndexName", index.path("IndexName"));
        throttles.addAll(ofTable(dimensions));
      }
      add(
          table + "Alarm",
          Alarm.any(
              throttles,
              MINUTE_SECONDS,
              3,
              words(table + " or one of its indexes throttles", "table-throttles")));
    }
  }

  private static List<Metric> ofTable(Map<String, JsonNode> dimensions) {
    return List.of(
        Metric.of("AWS/DynamoDB", "ReadThrottleEvents", dimensions),
        Metric.of("AWS/DynamoDB", "WriteThrottleEvents", dimensions));
  }

  private static Metric ofApi(String name) {
    Map<String, JsonNode> dimensions = new LinkedHashMap<>();
    dimensions.put("ApiName", Intrinsics.sub("rampart-${Stage}"));
    dimensions.put("Stage", Intrinsics.ref("Stage"));
    return Metric.of("AWS/ApiGateway", name, dimensions);
  }

  private static Metric ofDetection(String name) {
    return ofService("detection", name);
  }

  private static Metric ofBlocklist(String name) {
    return ofService("blocklist", name);
  }

  private static Metric ofService(String service, String name) {
    return new Metric(
        Intrinsics.sub("Rampart/${Stage}"), name, Map.of("Service", JSON.textNode(service)));
  }

  private static Metric ofFunction(String name, String function) {
    return Metric.of("AWS/Lambda", name, Map.of("FunctionName", Intrinsics.ref(function)));
  }

  private static Metric ofQueue(String name, String queue) {
    JsonNode queueName = Intrinsics.attribute(queue, "QueueName");
    return Metric.of("AWS/SQS", name, Map.of("QueueName", queueName));
  }

  private static String words(String what, String runbook) {
    return what + " (docs/runbooks/" + runbook + ".md)";
  }
}

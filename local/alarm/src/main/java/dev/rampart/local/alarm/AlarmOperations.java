package dev.rampart.local.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.metrics.Bands;
import dev.rampart.local.metrics.MetricInput;
import dev.rampart.local.metrics.MetricKey;
import dev.rampart.local.metrics.MetricStat;
import dev.rampart.local.metrics.OtherOperations;
import dev.rampart.local.metrics.math.MetricQuery;
import dev.rampart.local.protocol.AwsAction;
import dev.rampart.local.protocol.AwsError;
import dev.rampart.local.template.PseudoParameters;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The operations of CloudWatch about alarms, on JSON in CloudWatch's own names. */
public record AlarmOperations(
    Alarms alarms, Bands bands, PseudoParameters stack, InstantSource clock)
    implements OtherOperations {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int RECORDS_MAX = 100;
  private static final int REASON_CHARS_MAX = 1_023;
  private static final int REASON_DATA_CHARS_MAX = 4_000;

  @Override
  public JsonNode call(String operation, JsonNode input) {
    return switch (operation) {
      case "DescribeAlarms" -> describe(input);
      case "DescribeAlarmsForMetric" -> describeForMetric(input);
      case "DescribeAlarmHistory" -> history(input);
      case "DescribeAnomalyDetectors" -> detectors(input);
      case "SetAlarmState" -> set(input);
      case "EnableAlarmActions" -> enable(input, true);
      case "DisableAlarmActions" -> enable(input, false);
      default -> throw OtherOperations.unknown(operation);
    };
  }

  @Override
  public List<AwsAction> actions(String operation, JsonNode input) {
    String name = "cloudwatch:" + operation;
    List<String> resources =
        switch (operation) {
          case "SetAlarmState" -> List.of(input.path("AlarmName").asText());
          case "EnableAlarmActions", "DisableAlarmActions" -> texts(input.path("AlarmNames"));
          case "DescribeAlarms", "DescribeAlarmHistory" -> List.of("*");
          default -> List.of();
        };
    return resources.isEmpty()
        ? List.of(new AwsAction(name, AwsAction.ANY))
        : resources.stream()
            .map(alarm -> new AwsAction(name, stack.arn("cloudwatch", "alarm:" + alarm)))
            .toList();
  }

  private static List<String> texts(JsonNode list) {
    return list.valueStream().map(JsonNode::asText).toList();
  }

  private ObjectNode describe(JsonNode input) {
    require(
        input,
        Set.of(
            "AlarmNames",
            "AlarmNamePrefix",
            "AlarmTypes",
            "StateValue",
            "ActionPrefix",
            "MaxRecords",
            "NextToken"));
    List<String> names = texts(input.path("AlarmNames"));
    // CloudWatch's own trap: who does not ask for composite alarms is not told of them.
    List<String> types = texts(input.path("AlarmTypes"));
    String state = input.path("StateValue").asText();
    String prefix = input.path("AlarmNamePrefix").asText();
    String action = input.path("ActionPrefix").asText();
    List<Alarms.Status> found =
        alarms.status(clock.instant()).stream()
            .filter(
                alarm ->
                    types.isEmpty()
                        ? alarm.settings() instanceof AlarmSettings.OfMetric
                        : types.contains(type(alarm.settings())))
            .filter(alarm -> names.isEmpty() || names.contains(name(alarm)))
            .filter(alarm -> name(alarm).startsWith(prefix))
            .filter(alarm -> state.isEmpty() || alarm.state().value().name().equals(state))
            .filter(alarm -> action.isEmpty() || hasAction(alarm, action))
            .toList();
    ObjectNode answer = JSON.objectNode();
    ArrayNode composite = answer.putArray("CompositeAlarms");
    ArrayNode ofMetric = answer.putArray("MetricAlarms");
    AlarmPage<Alarms.Status> page = AlarmPage.of(found, input, "MaxRecords", RECORDS_MAX);
    for (Alarms.Status alarm : page.elements()) {
      boolean isComposite = alarm.settings() instanceof AlarmSettings.Composite;
      (isComposite ? composite : ofMetric).add(AlarmJson.of(alarm));
    }
    page.next().ifPresent(token -> answer.put("NextToken", token));
    return answer;
  }

  private static String name(Alarms.Status alarm) {
    return alarm.settings().identity().name();
  }

  private static String type(AlarmSettings settings) {
    return settings instanceof AlarmSettings.Composite ? "CompositeAlarm" : "MetricAlarm";
  }

  private static boolean hasAction(Alarms.Status alarm, String prefix) {
    return Arrays.stream(StateValue.values())
        .flatMap(state -> alarm.settings().identity().actions(state).stream())
        .anyMatch(action -> action.startsWith(prefix));
  }

  private ObjectNode describeForMetric(JsonNode input) {
    require(
        input,
        Set.of(
            "MetricName",
            "Namespace",
            "Dimensions",
            "Statistic",
            "ExtendedStatistic",
            "Period",
            "Unit"));
    MetricKey key = MetricInput.key(input);
    String statistic = input.path("Statistic").asText(input.path("ExtendedStatistic").asText());
    ObjectNode answer = JSON.objectNode();
    ArrayNode found = answer.putArray("MetricAlarms");
    for (Alarms.Status alarm : alarms.status(clock.instant())) {
      if (stats(alarm.settings()).stream()
          .anyMatch(
              stat ->
                  stat.key().equals(key)
                      && (statistic.isEmpty() || stat.statistic().name().equals(statistic))
                      && input.path("Period").asLong(stat.period().toSeconds())
                          == stat.period().toSeconds())) {
        found.add(AlarmJson.of(alarm));
      }
    }
    return answer;
  }

  private static List<MetricStat> stats(AlarmSettings settings) {
    List<MetricStat> stats = new ArrayList<>();
    if (settings instanceof AlarmSettings.OfMetric alarm) {
      for (MetricQuery query : alarm.queries().queries()) {
        if (query instanceof MetricQuery.Metric metric) {
          stats.add(metric.stat());
        }
      }
    }
    return stats;
  }

  private ObjectNode history(JsonNode input) {
    require(
        input,
        Set.of(
            "AlarmName",
            "AlarmTypes",
            "HistoryItemType",
            "StartDate",
            "EndDate",
            "MaxRecords",
            "NextToken",
            "ScanBy"));
    String name = input.path("AlarmName").asText();
    String item = input.path("HistoryItemType").asText();
    List<String> types = texts(input.path("AlarmTypes"));
    Instant from =
        input.hasNonNull("StartDate") ? MetricInput.time(input, "StartDate") : Instant.MIN;
    Instant to = input.hasNonNull("EndDate") ? MetricInput.time(input, "EndDate") : Instant.MAX;
    List<AlarmHistory.Entry> found =
        alarms.history().stream()
            .filter(entry -> name.isEmpty() || entry.alarm().identity().name().equals(name))
            .filter(entry -> item.isEmpty() || entry.type().equals(item))
            .filter(
                entry ->
                    types.isEmpty()
                        ? entry.alarm() instanceof AlarmSettings.OfMetric || !name.isEmpty()
                        : types.contains(type(entry.alarm())))
            .filter(entry -> !entry.at().isBefore(from) && !entry.at().isAfter(to))
            .toList();
    boolean ascending = input.path("ScanBy").asText().equals("TimestampAscending");
    AlarmPage<AlarmHistory.Entry> page =
        AlarmPage.of(ascending ? found : found.reversed(), input, "MaxRecords", RECORDS_MAX);
    ObjectNode answer = JSON.objectNode();
    ArrayNode items = answer.putArray("AlarmHistoryItems");
    for (AlarmHistory.Entry entry : page.elements()) {
      items
          .addObject()
          .put("AlarmName", entry.alarm().identity().name())
          .put("AlarmType", type(entry.alarm()))
          .put("Timestamp", AlarmTimes.seconds(entry.at()))
          .put("HistoryItemType", entry.type())
          .put("HistorySummary", entry.summary())
          .put("HistoryData", entry.data());
    }
    page.next().ifPresent(token -> answer.put("NextToken", token));
    return answer;
  }

  private ObjectNode detectors(JsonNode input) {
    require(input, Set.of("Namespace", "MetricName", "Dimensions", "AnomalyDetectorTypes"));
    ObjectNode answer = JSON.objectNode();
    ArrayNode list = answer.putArray("AnomalyDetectors");
    for (MetricStat stat : bands.detectors()) {
      MetricKey key = stat.key();
      if (input.path("Namespace").asText(key.namespace()).equals(key.namespace())
          && input.path("MetricName").asText(key.name()).equals(key.name())
          && (input.path("Dimensions").isEmpty()
              || MetricInput.key(input).dimensions().equals(key.dimensions()))) {
        ObjectNode shown = list.addObject();
        ObjectNode single = shown.putObject("SingleMetricAnomalyDetector");
        for (ObjectNode place : List.of(shown, single)) {
          place.put("Namespace", key.namespace()).put("MetricName", key.name());
          place.set("Dimensions", key.dimensionList());
          place.put("Stat", stat.statistic().name());
        }
        boolean isTrained = bands.isTrained(stat, clock.instant());
        shown.put("StateValue", isTrained ? "TRAINED" : "TRAINED_INSUFFICIENT_DATA");
      }
    }
    return answer;
  }

  private ObjectNode set(JsonNode input) {
    require(input, Set.of("AlarmName", "StateValue", "StateReason", "StateReasonData"));
    String reason = input.path("StateReason").asText();
    String data = input.path("StateReasonData").asText();
    if (!input.hasNonNull("StateReason") || reason.length() > REASON_CHARS_MAX) {
      throw invalid("The parameter StateReason must have up to 1023 characters.");
    }
    if (data.length() > REASON_DATA_CHARS_MAX) {
      throw invalid("The parameter StateReasonData must have up to 4000 characters.");
    }
    StateValue value =
        Arrays.stream(StateValue.values())
            .filter(state -> state.name().equals(input.path("StateValue").asText()))
            .findFirst()
            .orElseThrow(
                () -> invalid("The parameter StateValue must be OK, ALARM or INSUFFICIENT_DATA."));
    if (!alarms.set(input.path("AlarmName").asText(), value, reason, data, clock.instant())) {
      throw new AwsError(404, "ResourceNotFound", "There is no such alarm.");
    }
    return JSON.objectNode();
  }

  private ObjectNode enable(JsonNode input, boolean enabled) {
    require(input, Set.of("AlarmNames"));
    // As on AWS, names without an alarm are passed over.
    texts(input.path("AlarmNames"))
        .forEach(name -> alarms.enableActions(name, enabled, clock.instant()));
    return JSON.objectNode();
  }

  /** Refuses a parameter that would otherwise be ignored in silence. */
  private static void require(JsonNode input, Set<String> known) {
    MetricInput.unknown(input, known)
        .ifPresent(
            name -> {
              throw invalid("The local alarms do not support the parameter " + name + ".");
            });
  }

  private static AwsError invalid(String message) {
    return new AwsError("ValidationError", message);
  }
}

package dev.rampart.local.alarm.evaluation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.alarm.AlarmSettings;
import dev.rampart.local.alarm.AlarmTimes;
import dev.rampart.local.alarm.StateValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says why an alarm came to a state, in the words of CloudWatch. */
public record Reasons(AlarmSettings.OfMetric alarm, AlarmOutcome outcome) {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MM/yy HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Returns the sentence for people. */
  public String text(StateValue from, StateValue to) {
    List<Point> real = outcome.points().stream().filter(point -> !point.isMissing()).toList();
    int periods = alarm.evaluationPeriods();
    if (to == StateValue.INSUFFICIENT_DATA) {
      int unknown = periods - Math.min(real.size(), periods);
      return "Insufficient Data: " + counted(unknown, "datapoint") + were(unknown) + "unknown.";
    }
    if (real.isEmpty()) {
      return "%s: no datapoints were received for %s and %s%streated as [%s]."
          .formatted(
              crossed(),
              counted(periods, "period"),
              counted(periods, "missing datapoint"),
              were(periods),
              alarm.missingData().shown());
    }
    List<Point> latest = real.subList(Math.max(real.size() - periods, 0), real.size());
    List<Point> shown =
        latest.stream().filter(point -> point.breaches() == (to == StateValue.ALARM)).toList();
    return "%s: %d out of the last %s [%s]%s%s%s (minimum %s for %s -> %s transition)."
        .formatted(
            crossed(),
            shown.size(),
            counted(periods, "datapoint"),
            shown.stream().map(Reasons::shown).collect(Collectors.joining(", ")),
            were(shown.size()),
            to == StateValue.ALARM ? "" : "not ",
            threshold(shown),
            counted(least(to), "datapoint"),
            from,
            to);
  }

  private int least(StateValue to) {
    return to == StateValue.ALARM
        ? alarm.datapointsToAlarm()
        : alarm.evaluationPeriods() - alarm.datapointsToAlarm() + 1;
  }

  private String crossed() {
    return alarm.test().isOfBand() ? "Thresholds Crossed" : "Threshold Crossed";
  }

  private String threshold(List<Point> points) {
    if (!alarm.test().isOfBand()) {
      return alarm.test().words() + " (" + alarm.threshold() + ")";
    }
    boolean isUpper = alarm.test() != ThresholdTest.BELOW_BAND;
    return alarm.test().words()
        + points.stream()
            .map(point -> Double.toString(isUpper ? point.upper() : point.lower()))
            .collect(Collectors.joining(", ", " [", "]"));
  }

  private static String shown(Point point) {
    return point.value() + " (" + TIME.format(point.at()) + ")";
  }

  private static String counted(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  private static String were(int count) {
    return count == 1 ? " was " : " were ";
  }

  /** Returns the document for programs. */
  public String data(Instant now) {
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("version", "1.0");
    data.put("queryDate", AlarmTimes.offset(now));
    outcome.points().stream()
        .filter(point -> !point.isMissing())
        .findFirst()
        .ifPresent(point -> data.put("startDate", AlarmTimes.offset(point.at())));
    alarm.single().ifPresent(stat -> data.put("statistic", stat.statistic().name()));
    data.put("period", alarm.period().toSeconds());
    ArrayNode recent = data.putArray("recentDatapoints");
    ArrayNode evaluated = JsonNodeFactory.instance.arrayNode();
    for (Point point : outcome.points()) {
      if (!point.isMissing()) {
        recent.add(point.value());
        evaluated
            .addObject()
            .put("timestamp", AlarmTimes.offset(point.at()))
            .put("value", point.value());
      }
    }
    if (!alarm.test().isOfBand()) {
      data.put("threshold", alarm.threshold());
    }
    data.set("evaluatedDatapoints", evaluated);
    return data.toString();
  }
}

package dev.rampart.local.check.rule.alarm;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.check.model.CheckedTemplate;
import dev.rampart.local.check.model.Place;
import dev.rampart.local.check.model.Types;
import dev.rampart.local.check.model.WatchedMetric;
import dev.rampart.local.check.rule.Examination;
import dev.rampart.local.check.rule.PostureRule;
import dev.rampart.local.check.rule.Rules;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Alarms: each is on, well formed, quick enough, and heard. */
final class AlarmRules {
  private static final String DETECTOR = "AWS::CloudWatch::AnomalyDetector";
  private static final Pattern BAND =
      Pattern.compile("ANOMALY_DETECTION_BAND\\((\\w+), ?([0-9]+(?:[.][0-9]+)?)\\)");
  private static final String TERM = "(?:FILL\\(\\w+, ?0\\)|\\w+)";
  private static final Pattern SUM =
      Pattern.compile(
          TERM
              + "(?: ?\\+ ?"
              + TERM
              + ")*+|SUM\\((?:METRICS\\(\\)|FILL\\(METRICS\\(\\), ?0\\))\\)");
  private static final Pattern NAME = Pattern.compile("\\b[a-z]\\w*\\b");
  private static final Pattern COMPOSITE =
      Pattern.compile(
          "ANY|\\(ANY\\)(?<minima>(?: AND ONE)++)"
              .replace("ANY", "ONE(?: OR ONE)++")
              .replace("ONE", "ALARM\\(\"‹\\w+›\"\\)"));
  // More than this is an attack whatever else holds.
  private static final int MINIMUM_MAX = 100;
  private static final Set<String> BAND_OPERATORS =
      Set.of("GreaterThanUpperThreshold", "LessThanLowerOrGreaterThanUpperThreshold");
  // Wider than this, nearly everything is usual.
  private static final double BAND_WIDTH_MAX = 4;
  // People have to hear within a quarter of an hour.
  private static final int PERIOD_SECONDS_MAX = 300;
  private static final int WATCHED_SECONDS_MAX = 900;
  // Longer than these, a suppressor swallows the trouble that comes after the attack.
  private static final int SUPPRESSED_SECONDS_MAX = 600;

  private AlarmRules() {}

  static List<PostureRule> all() {
    return List.of(
        PostureRule.must(
            "CW-01",
            "There is an alarm",
            "nobody would hear of a fault or an attack",
            "declare an AWS::CloudWatch::Alarm",
            Rules.exists(Types.ALARM)),
        PostureRule.must(
            "CW-02",
            "Each alarm is on and acts on a topic of the template, and on nothing else",
            "an alarm without an action is a colour on a page; one that acts elsewhere tells"
                + " others",
            "AlarmActions: [!Ref of a topic]; no ActionsEnabled: false",
            AlarmRules::actions),
        PostureRule.must(
            "CW-03",
            "Each alarm says what missing data means",
            "with ignore or missing an alarm stays as it was when the metric ends",
            "TreatMissingData: notBreaching or breaching",
            Rules.each(Types.ALARM, "TreatMissingData", Rules.oneOf("notBreaching", "breaching"))),
        PostureRule.must(
            "CW-04",
            "An alarm on what is unusual compares a metric with its band, which is not too wide",
            "it would never ring, or CloudWatch refuses it",
            "ThresholdMetricId: the id of ANOMALY_DETECTION_BAND(metric, 2 to 4), no Threshold,"
                + " ComparisonOperator: GreaterThanUpperThreshold",
            AlarmRules::bands),
        PostureRule.must(
            "CW-09",
            "What is unusual rings, not only what crosses a fixed number",
            "no fixed number fits the traffic of every deployment",
            "declare an alarm with ANOMALY_DETECTION_BAND",
            (subject, seen) ->
                seen.expect(
                    subject.ofType(Types.ALARM).stream()
                        .anyMatch(alarm -> !bandsOf(alarm).isEmpty()),
                    Place.absent("an alarm with a band"))),
        PostureRule.must(
            "CW-10",
            "Each anomaly detector names a metric, and learns from all of its time",
            "a detector without a metric is refused, one that leaves out an attack's time learns"
                + " that the attack is usual",
            "SingleMetricAnomalyDetector with Namespace, MetricName, Dimensions and Stat alone",
            AlarmRules::detectors),
        PostureRule.must(
            "CW-12",
            "An alarm looks at periods of 5 minutes at most, and decides within a quarter of an"
                + " hour",
            "people would hear when it is over",
            "Period: 60, EvaluationPeriods times Period at most 900",
            AlarmRules::times),
        PostureRule.must(
            "CW-13",
            "The expressions of an alarm add up all its metrics, and it looks at one of them",
            "metric math can lose a metric, multiply it by nothing, or be a constant",
            "Expression: 'FILL(a, 0) + FILL(b, 0)' over every metric, ReturnData: false on these",
            AlarmRules::expressions),
        PostureRule.must(
            "CW-16",
            "Each alarm on what is unusual has a detector of the same metric",
            "the band would be trained on something else, or not before the first attack",
            "declare an AWS::CloudWatch::AnomalyDetector with the same namespace, name, dimensions"
                + " and statistic",
            AlarmRules::detected),
        PostureRule.must(
            "CW-17",
            "A composite alarm rings if any of several alarms of the template does, and at most"
                + " asks for as much as an alarm with a low threshold does",
            "a name that is no alarm, a NOT or another AND keeps it silent",
            "AlarmRule: !Sub 'ALARM(\"${A}\") OR ALARM(\"${B}\")', or that in brackets with AND"
                + " ALARM(\"${C}\"), where C has a Threshold of at most 100",
            AlarmRules::composites),
        PostureRule.must(
            "CW-18",
            "Nothing silences an alarm but another alarm of the template, for 10 minutes at most",
            "a suppressor that never ends hides every fault",
            "ActionsSuppressor: !GetAtt of an alarm, with short wait and extension periods",
            AlarmRules::suppressors),
        PostureRule.must(
            "CW-25",
            "No rule mutes alarms",
            "a mute rule silences alarms that look as if they were on",
            "remove the AWS::CloudWatch::AlarmMuteRule",
            Rules.none("AWS::CloudWatch::AlarmMuteRule")));
  }

  private static List<Resource> allAlarms(CheckedTemplate subject) {
    return subject.ofType(Types.ALARM, Types.COMPOSITE_ALARM);
  }

  private static void actions(CheckedTemplate subject, Examination seen) {
    for (Resource alarm : allAlarms(subject)) {
      seen.expect(!alarm.property("AlarmActions").isEmpty(), alarm, "AlarmActions");
      seen.expect(!Json.isFalse(alarm.property("ActionsEnabled")), alarm, "ActionsEnabled");
      for (String kind : List.of("AlarmActions", "OKActions", "InsufficientDataActions")) {
        for (JsonNode action : Json.list(alarm.property(kind))) {
          seen.expect(subject.isTarget(action, Types.TOPIC), alarm, kind);
        }
      }
    }
  }

  private record Band(String id, String metric, double width) {}

  private static List<Band> bandsOf(Resource alarm) {
    List<Band> bands = new ArrayList<>();
    for (JsonNode query : Json.list(alarm.property("Metrics"))) {
      Matcher band = BAND.matcher(query.path("Expression").asText());
      if (band.matches()) {
        bands.add(
            new Band(query.path("Id").asText(), band.group(1), Double.parseDouble(band.group(2))));
      }
    }
    return bands;
  }

  private static void bands(CheckedTemplate subject, Examination seen) {
    for (Resource alarm : subject.ofType(Types.ALARM)) {
      List<Band> bands = bandsOf(alarm);
      Set<String> ids = ids(alarm);
      boolean named = alarm.properties().has("ThresholdMetricId");
      seen.expect(bands.isEmpty() != named, alarm, "ThresholdMetricId");
      for (Band band : bands) {
        seen.expect(
            alarm.text("ThresholdMetricId", "").equals(band.id()), alarm, "ThresholdMetricId");
        seen.expect(!alarm.properties().has("Threshold"), alarm, "Threshold");
        seen.expect(
            BAND_OPERATORS.contains(alarm.text("ComparisonOperator", "")),
            alarm,
            "ComparisonOperator");
        seen.expect(band.width() > 0 && band.width() <= BAND_WIDTH_MAX, alarm, "Metrics");
        seen.expect(ids.contains(band.metric()), alarm, "Metrics");
      }
    }
  }

  private static void detectors(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource detector : subject.ofType(DETECTOR)) {
      WatchedMetric metric = WatchedMetric.ofDetector(detector);
      seen.expect(!metric.name().isEmpty() && !metric.namespace().isEmpty(), detector);
      String[] members = {"Dimensions", "MetricName", "Namespace", "Stat"};
      Rules.only(detector, "SingleMetricAnomalyDetector", seen, members);
      boolean single = detector.properties().has("SingleMetricAnomalyDetector");
      Rules.only(
          detector, "", seen, single ? new String[] {"SingleMetricAnomalyDetector"} : members);
    }
  }

  private static void times(CheckedTemplate subject, Examination seen) {
    for (Resource alarm : subject.ofType(Types.ALARM)) {
      int periods = alarm.property("EvaluationPeriods").asInt();
      int points = alarm.property("DatapointsToAlarm").asInt(periods);
      seen.expect(points >= 1 && points <= periods, alarm, "DatapointsToAlarm");
      for (WatchedMetric metric : WatchedMetric.ofAlarm(alarm)) {
        int seconds = metric.periodSeconds();
        seen.expect(seconds >= 1 && seconds <= PERIOD_SECONDS_MAX, alarm, "Period");
        seen.expect(
            periods >= 1 && (long) periods * seconds <= WATCHED_SECONDS_MAX,
            alarm,
            "EvaluationPeriods");
      }
    }
  }

  private static Set<String> ids(Resource alarm) {
    return WatchedMetric.ofAlarm(alarm).stream().map(WatchedMetric::id).collect(Collectors.toSet());
  }

  private static void expressions(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource alarm : subject.ofType(Types.ALARM)) {
      List<JsonNode> queries = Json.list(alarm.property("Metrics"));
      List<String> expressions =
          queries.stream()
              .filter(query -> query.has("Expression"))
              .map(query -> query.path("Expression").asText())
              .toList();
      if (queries.isEmpty()) {
        continue;
      }
      seen.expect(expressions.stream().allMatch(AlarmRules::isPlain), alarm, "Metrics");
      boolean all = expressions.stream().anyMatch(expression -> expression.contains("METRICS()"));
      Set<String> used = named(expressions);
      seen.expect(
          (queries.size() == 1 || all) ? used.isEmpty() : used.equals(ids(alarm)),
          alarm,
          "Metrics");
      long returned =
          queries.stream().filter(query -> !Json.isFalse(query.path("ReturnData"))).count();
      seen.expect(returned == (bandsOf(alarm).isEmpty() ? 1 : 2), alarm, "Metrics");
      seen.expect(
          expressions.isEmpty()
              || queries.stream()
                  .filter(query -> query.has("Expression"))
                  .noneMatch(query -> Json.isFalse(query.path("ReturnData"))),
          alarm,
          "Metrics");
    }
  }

  private static boolean isPlain(String expression) {
    return BAND.matcher(expression).matches() || SUM.matcher(expression).matches();
  }

  private static Set<String> named(List<String> expressions) {
    return expressions.stream()
        .flatMap(expression -> NAME.matcher(expression).results())
        .map(match -> match.group())
        .collect(Collectors.toSet());
  }

  private static void detected(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    List<WatchedMetric> learnt =
        subject.ofType(DETECTOR).stream().map(WatchedMetric::ofDetector).toList();
    for (Resource alarm : subject.ofType(Types.ALARM)) {
      Set<String> known =
          WatchedMetric.ofAlarm(alarm).stream()
              .filter(metric -> learnt.stream().anyMatch(metric::isSameAs))
              .map(WatchedMetric::id)
              .collect(Collectors.toSet());
      for (Band band : bandsOf(alarm)) {
        seen.expect(known.contains(band.metric()), alarm, "Metrics");
      }
    }
  }

  private static void composites(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    Set<Resource> alarms = Set.copyOf(allAlarms(subject));
    for (Resource composite : subject.ofType(Types.COMPOSITE_ALARM)) {
      String rule = composite.text("AlarmRule", "");
      Matcher form = COMPOSITE.matcher(rule);
      seen.expect(form.matches(), composite, "AlarmRule");
      for (Symbol least : Symbol.in(form.matches() ? minima(form) : "")) {
        boolean low = subject.find(least.logicalId()).filter(AlarmRules::isMinimum).isPresent();
        seen.expect(low, composite, "AlarmRule");
      }
      for (Symbol named : Symbol.in(rule)) {
        boolean alarm = subject.find(named.logicalId()).filter(alarms::contains).isPresent();
        seen.expect(alarm, composite, "AlarmRule");
      }
    }
  }

  private static String minima(Matcher form) {
    return Objects.requireNonNullElse(form.group("minima"), "");
  }

  private static boolean isMinimum(Resource alarm) {
    return Rules.isWithin(alarm.property("Threshold"), 0, MINIMUM_MAX)
        && alarm.text("ComparisonOperator", "").equals("GreaterThanThreshold");
  }

  private static void suppressors(CheckedTemplate subject, Examination seen) {
    seen.doesNotApply();
    for (Resource composite : subject.ofType(Types.COMPOSITE_ALARM)) {
      JsonNode suppressor = composite.property("ActionsSuppressor");
      if (suppressor.isMissingNode()) {
        continue;
      }
      seen.expect(
          subject.isTarget(suppressor, Types.ALARM)
              || subject.isTarget(suppressor, Types.COMPOSITE_ALARM),
          composite,
          "ActionsSuppressor");
      for (String period :
          List.of("ActionsSuppressorWaitPeriod", "ActionsSuppressorExtensionPeriod")) {
        seen.expect(
            Rules.isWithin(composite.property(period), 1, SUPPRESSED_SECONDS_MAX),
            composite,
            period);
      }
    }
  }
}

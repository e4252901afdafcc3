package dev.rampart.local.alarm;

import dev.rampart.local.alarm.evaluation.MissingData;
import dev.rampart.local.alarm.evaluation.ThresholdTest;
import dev.rampart.local.metrics.MetricKey;
import dev.rampart.local.metrics.MetricStat;
import dev.rampart.local.metrics.Statistic;
import dev.rampart.local.metrics.math.MetricQuery;
import dev.rampart.local.metrics.math.QuerySet;
import dev.rampart.local.template.Properties;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one alarm on metrics, with CloudWatch's limits (API reference, PutMetricAlarm). */
record MetricAlarmReader(Properties alarm, AlarmIdentity identity) {
  private static final int MINUTE_SECONDS = 60;
  private static final int HOUR_SECONDS = 3_600;
  private static final int DAY_SECONDS = 86_400;
  private static final int WEEK_SECONDS = 7 * DAY_SECONDS;
  private static final int DIMENSIONS_MAX = 30;

  /** Page "Using metric math": a math expression of an alarm includes at most ten metrics. */
  private static final int METRICS_MAX = 10;

  private static final double THRESHOLD_MAX = 1e15;
  private static final String SINGLE = "m1";

  private static final Map<String, MissingData> MISSING =
      Map.of(
          "missing", MissingData.MISSING,
          "ignore", MissingData.IGNORE,
          "breaching", MissingData.BREACHING,
          "notBreaching", MissingData.NOT_BREACHING);

  AlarmSettings.OfMetric read() {
    Optional<MetricStat> single = alarm.has("Metrics") ? Optional.empty() : Optional.of(single());
    List<MetricQuery> queries =
        single
            .<List<MetricQuery>>map(stat -> List.of(new MetricQuery.Metric(SINGLE, "", true, stat)))
            .orElseGet(this::queries);
    QuerySet set = set(queries);
    ThresholdTest test = test();
    Optional<String> band = band(test, set);
    double threshold = band.isPresent() ? 0 : threshold();
    Duration period = period(queries);
    int evaluationPeriods = evaluationPeriods(period);
    int datapoints = alarm.number("DatapointsToAlarm", evaluationPeriods, 1, evaluationPeriods);
    return new AlarmSettings.OfMetric(
        identity,
        set,
        single,
        watched(set, band),
        band,
        test,
        threshold,
        period,
        evaluationPeriods,
        datapoints,
        missingData(queries),
        ignoresFewSamples());
  }

  /** Reads the metric of an {@code AWS::CloudWatch::AnomalyDetector}. */
  static MetricStat detector(Properties detector) {
    Properties metric =
        detector.has("SingleMetricAnomalyDetector")
            ? detector.object("SingleMetricAnomalyDetector")
            : detector;
    return new MetricStat(
        key(metric), Duration.ofMinutes(5), statistic(metric, "Stat"), Optional.empty());
  }

  private MetricStat single() {
    boolean isPercentile = alarm.has("ExtendedStatistic");
    if (isPercentile && alarm.has("Statistic")) {
      throw alarm.fault("Statistic", "is there beside ExtendedStatistic");
    }
    return new MetricStat(
        key(alarm),
        Duration.ofSeconds(seconds(alarm)),
        statistic(alarm, isPercentile ? "ExtendedStatistic" : "Statistic"),
        alarm.optionalText("Unit"));
  }

  private static MetricKey key(Properties metric) {
    Map<String, String> dimensions = new HashMap<>();
    List<Properties> given = metric.objects("Dimensions");
    if (given.size() > DIMENSIONS_MAX) {
      throw metric.fault("Dimensions", "has more than " + DIMENSIONS_MAX + " elements");
    }
    given.forEach(each -> dimensions.put(each.text("Name"), each.text("Value")));
    return new MetricKey(metric.text("Namespace"), metric.text("MetricName"), dimensions);
  }

  private static Statistic statistic(Properties owner, String name) {
    String text = owner.text(name);
    return Statistic.of(text)
        .orElseThrow(
            () ->
                owner.fault(
                    name,
                    "is "
                        + text
                        + ", and the local CloudWatch has "
                        + String.join(", ", Statistic.PLAIN)
                        + " and percentiles such as p99"));
  }

  private static int seconds(Properties owner) {
    int seconds =
        owner
            .optionalNumber("Period", 1, WEEK_SECONDS)
            .orElseThrow(() -> owner.fault("Period", "is missing"));
    if (seconds % MINUTE_SECONDS != 0) {
      throw owner.fault("Period", "is no multiple of 60, and local metrics are kept by the minute");
    }
    return seconds;
  }

  private List<MetricQuery> queries() {
    List<MetricQuery> queries = new ArrayList<>();
    for (Properties query : alarm.objects("Metrics")) {
      String id = query.text("Id");
      String label = query.optionalText("Label").orElse("");
      boolean returnsData = query.flag("ReturnData", true);
      if (query.has("Expression")) {
        Optional<Integer> _ = query.optionalNumber("Period", MINUTE_SECONDS, WEEK_SECONDS);
        queries.add(new MetricQuery.Expression(id, label, returnsData, query.text("Expression")));
      } else {
        Properties stat = query.object("MetricStat");
        queries.add(
            new MetricQuery.Metric(
                id,
                label,
                returnsData,
                new MetricStat(
                    key(stat.object("Metric")),
                    Duration.ofSeconds(seconds(stat)),
                    statistic(stat, "Stat"),
                    stat.optionalText("Unit"))));
      }
    }
    return queries;
  }

  private QuerySet set(List<MetricQuery> queries) {
    if (stats(queries).isEmpty() || stats(queries).size() > METRICS_MAX) {
      throw alarm.fault("Metrics", "names no metric, or more than " + METRICS_MAX);
    }
    try {
      return QuerySet.of(queries);
    } catch (QuerySet.QueryException e) {
      throw alarm.fault("Metrics", "has the query " + e.id() + ", which " + e.getMessage());
    }
  }

  private static List<MetricStat> stats(List<MetricQuery> queries) {
    List<MetricStat> stats = new ArrayList<>();
    for (MetricQuery query : queries) {
      if (query instanceof MetricQuery.Metric metric) {
        stats.add(metric.stat());
      }
    }
    return stats;
  }

  private Duration period(List<MetricQuery> queries) {
    List<Duration> periods = stats(queries).stream().map(MetricStat::period).distinct().toList();
    if (periods.size() > 1) {
      throw alarm.fault("Metrics", "has metrics of different periods");
    }
    return periods.getFirst();
  }

  private ThresholdTest test() {
    String operator = alarm.text("ComparisonOperator");
    return ThresholdTest.of(operator)
        .orElseThrow(() -> alarm.fault("ComparisonOperator", "is " + operator + ", which is none"));
  }

  private Optional<String> band(ThresholdTest test, QuerySet set) {
    Optional<String> id = alarm.optionalText("ThresholdMetricId");
    if (test.isOfBand() != id.isPresent()) {
      throw alarm.fault("ThresholdMetricId", "and a ComparisonOperator of bands go together");
    }
    if (id.isPresent() && set.bandOf(id.get()).isEmpty()) {
      throw alarm.fault("ThresholdMetricId", "names no query that is an ANOMALY_DETECTION_BAND");
    }
    if (id.isPresent() && alarm.has("Threshold")) {
      throw alarm.fault("Threshold", "is there beside ThresholdMetricId");
    }
    return id;
  }

  private double threshold() {
    return alarm
        .optionalDecimal("Threshold", -THRESHOLD_MAX, THRESHOLD_MAX)
        .orElseThrow(() -> alarm.fault("Threshold", "is missing"));
  }

  /** Returns the one query that returns data, beside the band. */
  private String watched(QuerySet set, Optional<String> band) {
    List<String> ids =
        set.queries().stream()
            .filter(MetricQuery::returnsData)
            .map(MetricQuery::id)
            .filter(id -> !id.equals(band.orElse("")))
            .toList();
    if (ids.size() != 1) {
      throw alarm.fault("Metrics", "has not one query that returns data, but " + ids.size());
    }
    if (!set.isOneSeries(ids.getFirst())) {
      throw alarm.fault("Metrics", "has the query " + ids.getFirst() + ", which is a list");
    }
    return ids.getFirst();
  }

  private int evaluationPeriods(Duration period) {
    int periods =
        alarm
            .optionalNumber("EvaluationPeriods", 1, WEEK_SECONDS / MINUTE_SECONDS)
            .orElseThrow(() -> alarm.fault("EvaluationPeriods", "is missing"));
    int secondsMax = period.toSeconds() < HOUR_SECONDS ? DAY_SECONDS : WEEK_SECONDS;
    if (periods * period.toSeconds() > secondsMax) {
      throw alarm.fault("EvaluationPeriods", "go back more than " + secondsMax + " seconds");
    }
    return periods;
  }

  /** Alarms on metrics of DynamoDB always ignore missing data (PutMetricAlarm). */
  private MissingData missingData(List<MetricQuery> queries) {
    MissingData wanted = alarm.choice("TreatMissingData", "missing", MISSING);
    boolean isOfTables =
        stats(queries).stream().anyMatch(stat -> stat.key().namespace().equals("AWS/DynamoDB"));
    return isOfTables ? MissingData.IGNORE : wanted;
  }

  private boolean ignoresFewSamples() {
    return alarm.choice(
        "EvaluateLowSampleCountPercentile", "evaluate", Map.of("evaluate", false, "ignore", true));
  }
}

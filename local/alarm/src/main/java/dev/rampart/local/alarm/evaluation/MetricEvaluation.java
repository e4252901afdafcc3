package dev.rampart.local.alarm.evaluation;

import dev.rampart.local.alarm.AlarmSettings;
import dev.rampart.local.metrics.Bands;
import dev.rampart.local.metrics.Distribution;
import dev.rampart.local.metrics.Grid;
import dev.rampart.local.metrics.MetricStat;
import dev.rampart.local.metrics.MetricStore;
import dev.rampart.local.metrics.math.MathValue;
import dev.rampart.local.metrics.math.QuerySet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Evaluates metric alarms on the metrics of a store. */
public record MetricEvaluation(MetricStore metrics, Bands bands) {
  /**
   * How many periods are looked at beside those to evaluate. AWS does not publish the number; in
   * the examples of its page on missing data it is this one.
   */
  static final int MORE_PERIODS = 2;

  /** Page "Percentile-based alarms and low data samples". */
  private static final int SAMPLES_BEYOND_MIN = 10;

  /** Evaluates an alarm on a window that slides with the clock: the default of CloudWatch. */
  public AlarmOutcome evaluate(AlarmSettings.OfMetric alarm, Instant now) {
    int periods = alarm.evaluationPeriods() + MORE_PERIODS;
    Grid grid = Grid.endingAt(now, alarm.period(), periods);
    QuerySet.Evaluation evaluation = alarm.queries().on(metrics, bands, grid);
    double[] values = ((MathValue.Series) evaluation.value(alarm.watched())).values();
    double[] upper = edge(evaluation, alarm, grid, 0);
    double[] lower = edge(evaluation, alarm, grid, 1);
    List<Point> points = new ArrayList<>();
    for (int i = 0; i < periods; i++) {
      points.add(point(alarm.test(), grid.at(i), values[i], lower[i], upper[i]));
    }
    return new AlarmOutcome(
        hasTooFewSamples(alarm, now)
            ? Optional.empty()
            : alarm
                .missingData()
                .state(points, alarm.evaluationPeriods(), alarm.datapointsToAlarm()),
        points);
  }

  private static double[] edge(
      QuerySet.Evaluation evaluation, AlarmSettings.OfMetric alarm, Grid grid, int index) {
    if (alarm.band().isPresent()
        && evaluation.value(alarm.band().get()) instanceof MathValue.Many(var edges)) {
      return edges.get(index).values();
    }
    double[] fixed = new double[grid.count()];
    Arrays.fill(fixed, alarm.threshold());
    return fixed;
  }

  /** A value without a band beside it is as good as missing. */
  private static Point point(
      ThresholdTest test, Instant at, double value, double lower, double upper) {
    boolean isMissing = Double.isNaN(value) || Double.isNaN(upper);
    return new Point(
        at,
        isMissing ? Double.NaN : value,
        lower,
        upper,
        !isMissing && test.breaches(value, lower, upper));
  }

  private boolean hasTooFewSamples(AlarmSettings.OfMetric alarm, Instant now) {
    return alarm.ignoresFewSamples()
        && alarm.single().filter(stat -> stat.statistic().isPercentile()).isPresent()
        && samples(alarm, now) < samplesMin(alarm.single().orElseThrow());
  }

  private double samples(AlarmSettings.OfMetric alarm, Instant now) {
    Grid grid = Grid.endingAt(now, alarm.period(), alarm.evaluationPeriods());
    return metrics.values(alarm.single().orElseThrow(), grid).stream()
        .map(Distribution::set)
        .mapToDouble(set -> set.count())
        .sum();
  }

  private static double samplesMin(MetricStat stat) {
    double part = stat.statistic().percent() / 100;
    return SAMPLES_BEYOND_MIN / (part >= 0.5 ? 1 - part : part);
  }
}

package dev.rampart.local.metrics.math;

import dev.rampart.local.metrics.Grid;
import dev.rampart.local.metrics.MetricKey;
import dev.rampart.local.metrics.MetricStat;
import dev.rampart.local.metrics.Statistic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Metrics of one minute each, with given values. */
final class Given implements MathContext {
  private final List<String> ids;
  private final List<double[]> values;

  Given(List<String> ids, List<double[]> values) {
    this.ids = ids;
    this.values = values;
  }

  static MetricQuery metric(String id) {
    MetricKey key = new MetricKey("Test", id, Map.of());
    return new MetricQuery.Metric(
        id,
        "",
        false,
        new MetricStat(
            key, Duration.ofMinutes(1), Statistic.of("Sum").orElseThrow(), Optional.empty()));
  }

  @Override
  public Grid grid() {
    return new Grid(Instant.EPOCH, Duration.ofMinutes(1), values.getFirst().length);
  }

  @Override
  public MathValue query(String id) {
    return new MathValue.Series(values.get(ids.indexOf(id)));
  }

  @Override
  public List<String> metrics() {
    return ids;
  }

  @Override
  public double period(String id) {
    return 60;
  }

  @Override
  public MathValue band(String id, double deviations) {
    throw new MathException("has no band");
  }

  @Override
  public double[] room() {
    return new double[grid().count()];
  }

  @Override
  public void enter() {
    // As deep as the examples go.
  }

  @Override
  public void leave() {
    // As deep as the examples go.
  }
}

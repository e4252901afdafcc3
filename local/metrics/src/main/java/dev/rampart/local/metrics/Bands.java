package dev.rampart.local.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is usual for a metric, by the hour of the week. CloudWatch's own models are not published;
 * this is ours, and approximate:
 *
 * <ul>
 *   <li>It learns from the last two weeks before the hour at hand, in periods of the metric's
 *       length; again each hour. Periods without values teach nothing. With fewer than {@value
 *       #TRAINING_MIN} periods there is no band.
 *   <li>What is expected is the mean of the periods in the same hour of the week; if there are
 *       fewer than {@value #HOUR_MIN}, of those in the same hour of any day; if still fewer, of
 *       all.
 *   <li>The deviation is the standard deviation of the same periods, but no less than a tenth of
 *       what is expected and, for a statistic that counts ({@code Sum}, {@code SampleCount}), no
 *       less than the square root of what is expected or of 1: as counts of independent events
 *       scatter.
 *   <li>The band reaches as many deviations to either side as the expression says.
 * </ul>
 *
 * Safe for use by many threads.
 */
public final class Bands {
  /** As far back as CloudWatch's models look (page "Using CloudWatch anomaly detection"). */
  private static final Duration TRAINING = Duration.ofDays(14);

  /** An hour of five-minute periods. */
  public static final int TRAINING_MIN = 12;

  static final int HOUR_MIN = 6;
  private static final double LEAST_PART = 0.1;
  private static final int DAY_HOURS = 24;
  private static final int WEEK_HOURS = 7 * DAY_HOURS;

  /** Each holds 193 numbers; whoever asks for more bands waits for them to be learned again. */
  private static final int MODELS_MAX = 100;

  private final MetricStore store;
  private final List<MetricStat> detectors;
  private final Map<MetricStat, Model> models = new HashMap<>();

  /**
   * Makes models of the metrics of a store.
   *
   * @param detectors what models were asked for; others are made when a band is asked for
   */
  public Bands(MetricStore store, List<MetricStat> detectors) {
    this.store = store;
    this.detectors = List.copyOf(detectors);
  }

  /**
   * The edges of what is usual, one value for each period, {@code NaN} where the model knows
   * nothing.
   */
  public record Band(double[] upper, double[] lower) {}

  /** Returns what models were asked for. */
  public List<MetricStat> detectors() {
    return detectors;
  }

  /** Returns whether a metric's model has learned enough for a band. */
  public boolean isTrained(MetricStat stat, Instant now) {
    return model(stat, now.truncatedTo(ChronoUnit.HOURS)).isTrained();
  }

  /** Returns what is usual for a metric in the periods of a grid. */
  public Band band(MetricStat stat, Grid grid, double deviations) {
    Band band = new Band(new double[grid.count()], new double[grid.count()]);
    Model model = model(stat, grid.start().truncatedTo(ChronoUnit.HOURS));
    for (int i = 0; i < grid.count(); i++) {
      Usual usual = model.at(grid.at(i));
      band.upper()[i] = usual.expected() + deviations * usual.deviation();
      band.lower()[i] = usual.expected() - deviations * usual.deviation();
    }
    return band;
  }

  private synchronized Model model(MetricStat stat, Instant until) {
    Model known = models.get(stat);
    if (known != null && known.until().equals(until)) {
      return known;
    }
    if (models.size() >= MODELS_MAX) {
      models.clear();
    }
    Model learned = learn(stat, until);
    models.put(stat, learned);
    return learned;
  }

  private Model learn(MetricStat stat, Instant until) {
    int periods = (int) (TRAINING.toSeconds() / stat.period().toSeconds());
    Grid grid = Grid.endingAt(until, stat.period(), periods);
    double[] values = store.statistics(stat, grid);
    Model model = new Model(until, stat.statistic().isCount());
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        model.take(grid.at(i), values[i]);
      }
    }
    return model;
  }

  private record Usual(double expected, double deviation) {}

  /** Count, sum and sum of squares, for each hour of the week and for all of them. */
  private record Model(Instant until, boolean counts, double[][] sums) {
    Model(Instant until, boolean counts) {
      this(until, counts, new double[WEEK_HOURS + DAY_HOURS + 1][3]);
    }

    void take(Instant at, double value) {
      for (int place : places(at)) {
        sums[place][0]++;
        sums[place][1] += value;
        sums[place][2] += value * value;
      }
    }

    boolean isTrained() {
      return sums[WEEK_HOURS + DAY_HOURS][0] >= TRAINING_MIN;
    }

    Usual at(Instant at) {
      if (!isTrained()) {
        return new Usual(Double.NaN, Double.NaN);
      }
      double[] sum =
          Arrays.stream(places(at))
              .mapToObj(place -> sums[place])
              .filter(each -> each[0] >= HOUR_MIN)
              .findFirst()
              .orElseThrow();
      double mean = sum[1] / sum[0];
      double deviation = Math.sqrt(Math.max(sum[2] / sum[0] - mean * mean, 0));
      double least = LEAST_PART * Math.abs(mean);
      return new Usual(
          mean,
          Math.max(deviation, counts ? Math.max(least, Math.sqrt(Math.max(mean, 1))) : least));
    }

    /** From the most particular to the most general. */
    private static int[] places(Instant at) {
      ZonedDateTime time = at.atZone(ZoneOffset.UTC);
      int hour = time.getHour();
      int weekHour = (time.getDayOfWeek().getValue() - 1) * DAY_HOURS + hour;
      return new int[] {weekHour, WEEK_HOURS + hour, WEEK_HOURS + DAY_HOURS};
    }
  }
}

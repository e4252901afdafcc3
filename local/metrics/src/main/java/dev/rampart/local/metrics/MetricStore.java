package dev.rampart.local.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * Keeps metrics by the minute, in memory, for many threads at once: at most {@value #SERIES_MAX}
 * series, the last {@value #DAYS_KEPT} days of each (as long as CloudWatch keeps minutes), and
 * {@value #POINTS_MAX} minutes and different values of all together. If there are more, the oldest
 * minute of the longest series goes; if there are more series, the one that was without news for
 * longest, and one of AWS's own only if there are no others.
 */
public final class MetricStore {
  private static final System.Logger LOG = System.getLogger(MetricStore.class.getName());
  static final int SERIES_MAX = 1_000;
  static final int DAYS_KEPT = 15;

  /** As far ahead of now as CloudWatch takes values (API reference, MetricDatum). */
  static final Duration AHEAD_MAX = Duration.ofHours(2);

  /** About 100 bytes each. */
  static final int POINTS_MAX = 400_000;

  private static final long MINUTE_MILLIS = 60_000;

  /** The one without news for longest comes first. */
  private final SequencedMap<MetricKey, Series> series = new LinkedHashMap<>();

  private final InstantSource clock;
  private int points;
  private long refused;

  public MetricStore(InstantSource clock) {
    this.clock = clock;
  }

  private record Series(String unit, NavigableMap<Long, Distribution> minutes) {}

  /** Takes the metrics of a log line, if it holds any. */
  public void accept(String line) {
    if (EmfReader.claims(line)) {
      EmfReader.read(line)
          .ifPresentOrElse(samples -> samples.forEach(this::add), () -> refuse("malformed"));
    }
  }

  /** Takes one value, as of now. */
  public void put(MetricKey key, String unit, double value) {
    put(key, unit, value, clock.instant());
  }

  /** Takes one value of a time. */
  public void put(MetricKey key, String unit, double value, Instant at) {
    add(new Sample(key, unit, at, List.of(value)));
  }

  Instant now() {
    return clock.instant();
  }

  /** Returns how many lines or series could not be taken or kept. */
  public synchronized long refused() {
    return refused;
  }

  private synchronized void refuse(String why) {
    refused++;
    LOG.log(System.Logger.Level.WARNING, "A metric was not taken: {0}", why);
  }

  private void add(Sample sample) {
    Distribution values = new Distribution();
    sample.values().forEach(value -> values.add(value, 1));
    add(sample.key(), sample.unit(), sample.at(), values);
  }

  /** Takes values of one minute. */
  synchronized void add(MetricKey key, String unit, Instant at, Distribution values) {
    Instant now = clock.instant();
    Instant oldest = now.minus(Duration.ofDays(DAYS_KEPT));
    if (at.isBefore(oldest) || at.isAfter(now.plus(AHEAD_MAX))) {
      refuse("too old, or too far ahead");
      return;
    }
    if (!series.containsKey(key)) {
      makeRoom(minute(oldest));
    }
    Series known = series.remove(key);
    Series kept = known == null ? new Series(unit, new TreeMap<>()) : known;
    series.putLast(key, kept);
    Distribution minute = kept.minutes().get(minute(at));
    if (minute == null) {
      minute = new Distribution();
      kept.minutes().put(minute(at), minute);
      points++;
    }
    int before = minute.size();
    minute.add(values);
    points += minute.size() - before;
    removeBefore(minute(oldest), kept);
    while (points > POINTS_MAX) {
      removeOldest(longest());
    }
  }

  /** Drops series without values in the time that is kept. */
  private void dropEmpty(long oldest) {
    series.values().forEach(each -> removeBefore(oldest, each));
    boolean _ = series.values().removeIf(each -> each.minutes().isEmpty());
  }

  private void makeRoom(long oldest) {
    if (series.size() >= SERIES_MAX) {
      dropEmpty(oldest);
    }
    if (series.size() >= SERIES_MAX) {
      MetricKey oldestNews =
          series.keySet().stream()
              .filter(key -> !key.namespace().startsWith("AWS/"))
              .findFirst()
              .orElseGet(() -> series.firstEntry().getKey());
      Series gone = Optional.ofNullable(series.remove(oldestNews)).orElseThrow();
      gone.minutes().values().forEach(each -> points -= each.size());
      refuse("too many series, so the one without news for longest is forgotten");
    }
  }

  private void removeBefore(long oldest, Series from) {
    while (!from.minutes().isEmpty() && from.minutes().firstKey() < oldest) {
      removeOldest(from);
    }
  }

  private static long minute(Instant at) {
    return Math.floorDiv(at.toEpochMilli(), MINUTE_MILLIS);
  }

  private void removeOldest(Series from) {
    points -= from.minutes().pollFirstEntry().getValue().size();
  }

  private Series longest() {
    return series.values().stream()
        .max(Comparator.comparingInt(each -> each.minutes().size()))
        .orElseThrow();
  }

  /** Returns the names of all series; the one without news for longest comes first. */
  public synchronized List<MetricKey> keys() {
    dropEmpty(minute(clock.instant().minus(Duration.ofDays(DAYS_KEPT))));
    return List.copyOf(series.keySet());
  }

  synchronized String unit(MetricKey key) {
    return Optional.ofNullable(series.get(key)).map(Series::unit).orElse("None");
  }

  /**
   * Returns the values of a series by period; periods without values are not there.
   *
   * @param from inclusive
   * @param to exclusive
   * @param period whole minutes; periods begin at its multiples since 1970
   */
  synchronized NavigableMap<Instant, Distribution> values(
      MetricKey key, Instant from, Instant to, Duration period) {
    NavigableMap<Instant, Distribution> periods = new TreeMap<>();
    long length = period.toMillis();
    minutes(key, from, to)
        .forEach(
            (minute, values) -> {
              long start = Math.floorDiv(minute * MINUTE_MILLIS, length) * length;
              periods
                  .computeIfAbsent(Instant.ofEpochMilli(start), _ -> new Distribution())
                  .add(values);
            });
    return periods;
  }

  /** Returns the minutes that begin in a span. */
  private NavigableMap<Long, Distribution> minutes(MetricKey key, Instant from, Instant to) {
    Series kept = series.get(key);
    if (kept == null || !from.isBefore(to)) {
      return new TreeMap<>();
    }
    long first = Math.ceilDiv(from.toEpochMilli(), MINUTE_MILLIS);
    long end = Math.ceilDiv(to.toEpochMilli(), MINUTE_MILLIS);
    return kept.minutes().subMap(first, true, Math.max(first, end), false);
  }

  /**
   * Returns a statistic of a series for each period of a grid, {@code NaN} where there are no
   * values.
   */
  public double[] statistics(MetricStat stat, Grid grid) {
    double[] found = new double[grid.count()];
    Arrays.fill(found, Double.NaN);
    List<Distribution> periods = values(stat, grid);
    for (int i = 0; i < found.length; i++) {
      OptionalDouble value =
          periods.get(i).set().count() == 0
              ? OptionalDouble.empty()
              : stat.statistic().of(periods.get(i));
      found[i] = value.orElse(Double.NaN);
    }
    return found;
  }

  /** Returns the values of a series for each period of a grid; empty ones where there are none. */
  public synchronized List<Distribution> values(MetricStat stat, Grid grid) {
    List<Distribution> periods = new ArrayList<>();
    for (int i = 0; i < grid.count(); i++) {
      periods.add(new Distribution());
    }
    if (stat.unit().isEmpty() || stat.unit().get().equals(unit(stat.key()))) {
      minutes(stat.key(), grid.start(), grid.end())
          .forEach(
              (minute, values) ->
                  periods
                      .get(grid.index(Instant.ofEpochMilli(minute * MINUTE_MILLIS)))
                      .add(values));
    }
    return periods;
  }
}

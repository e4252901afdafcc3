package dev.rampart.local.metrics;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps metrics by the minute, in memory, for many threads at once. At most {@value #SERIES_MAX}
 * series are kept, and the last {@value #HOURS_KEPT} hours of each.
 */
public final class MetricStore {
  private static final System.Logger LOG = System.getLogger(MetricStore.class.getName());
  static final int SERIES_MAX = 1_000;
  static final int HOURS_KEPT = 24;
  private static final long MINUTE_MILLIS = 60_000;

  private final Map<MetricKey, Series> series = new LinkedHashMap<>();
  private final InstantSource clock;
  private long refused;

  public MetricStore(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes the metrics of a log line, if it holds any. */
  public void accept(String line) {
    if (EmfReader.claims(line)) {
      EmfReader.read(line)
          .ifPresentOrElse(samples -> samples.forEach(this::add), () -> refuse("malformed"));
    }
  }

  /** Returns how many lines or series could not be taken. */
  public synchronized long refused() {
    return refused;
  }

  private synchronized void refuse(String why) {
    refused++;
    LOG.log(System.Logger.Level.WARNING, "An embedded metric line was not taken: {0}", why);
  }

  private synchronized void add(Sample sample) {
    Instant oldest = clock.instant().minus(Duration.ofHours(HOURS_KEPT));
    if (sample.at().isBefore(oldest)) {
      refuse("too old");
      return;
    }
    if (!series.containsKey(sample.key()) && series.size() >= SERIES_MAX) {
      refuse("too many series");
      return;
    }
    Series kept =
        series.computeIfAbsent(sample.key(), _ -> new Series(sample.unit(), new TreeMap<>()));
    long minute = Math.floorDiv(sample.at().toEpochMilli(), MINUTE_MILLIS);
    sample
        .values()
        .forEach(value -> kept.minutes().merge(minute, StatisticSet.of(value), StatisticSet::plus));
    kept.minutes().headMap(Math.floorDiv(oldest.toEpochMilli(), MINUTE_MILLIS)).clear();
  }

  /** Returns the names of all series. */
  public synchronized List<MetricKey> keys() {
    return List.copyOf(series.keySet());
  }

  synchronized String unit(MetricKey key) {
    return Optional.ofNullable(series.get(key)).map(Series::unit).orElse("None");
  }

  /**
   * Returns the statistics of a series by period.
   *
   * @param from inclusive
   * @param to exclusive
   * @param period whole minutes
   */
  synchronized NavigableMap<Instant, StatisticSet> statistics(
      MetricKey key, Instant from, Instant to, Duration period) {
    NavigableMap<Instant, StatisticSet> periods = new TreeMap<>();
    Series kept = series.get(key);
    if (kept == null) {
      return periods;
    }
    long length = period.toMillis();
    kept.minutes()
        .forEach(
            (minute, statistics) -> {
              Instant at = Instant.ofEpochMilli(minute * MINUTE_MILLIS);
              if (!at.isBefore(from) && at.isBefore(to)) {
                long start = Math.floorDiv(at.toEpochMilli(), length) * length;
                periods.merge(Instant.ofEpochMilli(start), statistics, StatisticSet::plus);
              }
            });
    return periods;
  }

  private record Series(String unit, NavigableMap<Long, StatisticSet> minutes) {}
}

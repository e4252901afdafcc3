package dev.rampart.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BandsTest {
  /** A Sunday, at the beginning of an hour. */
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:00Z");

  private static final MetricKey REFUSED = new MetricKey("Test", "Refused", Map.of());
  private static final MetricStat SUM = stat("Sum");

  private final MetricStore store = new MetricStore(() -> NOW);
  private final Bands bands = new Bands(store, List.of());

  private static MetricStat stat(String statistic) {
    return new MetricStat(
        REFUSED, Duration.ofMinutes(5), Statistic.of(statistic).orElseThrow(), Optional.empty());
  }

  private void put(Instant from, int periods, double value) {
    for (int i = 0; i < periods; i++) {
      Distribution values = new Distribution();
      values.add(value, 1);
      store.add(REFUSED, "Count", from.plus(Duration.ofMinutes(5L * i)), values);
    }
  }

  private double upper(MetricStat stat, Instant at, double deviations) {
    return bands.band(stat, new Grid(at, stat.period(), 1), deviations).upper()[0];
  }

  @Test
  void without_enough_data_there_is_no_band() {
    put(NOW.minus(Duration.ofHours(2)), Bands.TRAINING_MIN - 1, 4);
    assertThat(upper(SUM, NOW, 3)).isNaN();
    assertThat(bands.isTrained(SUM, NOW)).isFalse();

    Bands later = new Bands(store, List.of());
    put(NOW.minus(Duration.ofHours(1)), 1, 4);
    assertThat(later.isTrained(SUM, NOW)).isTrue();
  }

  @Test
  void counts_scatter_at_least_as_independent_events_do() {
    put(NOW.minus(Duration.ofHours(2)), 24, 4);

    assertThat(upper(SUM, NOW, 3)).isCloseTo(4 + 3 * 2, within(1e-9));
    assertThat(upper(stat("Average"), NOW, 3)).isCloseTo(4 + 3 * 0.4, within(1e-9));
  }

  @Test
  void a_metric_that_was_always_zero_may_reach_the_width() {
    put(NOW.minus(Duration.ofHours(2)), 24, 0);

    assertThat(upper(SUM, NOW, 3)).isCloseTo(3, within(1e-9));
  }

  @Test
  void the_hour_of_the_week_counts_before_the_hour_of_the_day_before_all() {
    put(NOW.minus(Duration.ofHours(4)), 12, 100);
    put(NOW.minus(Duration.ofDays(1)), 12, 50);
    assertThat(upper(stat("Average"), NOW.plus(Duration.ofHours(3)), 1)).isGreaterThan(75);
    assertThat(upper(stat("Average"), NOW, 1)).isCloseTo(55, within(1e-9));

    put(NOW.minus(Duration.ofDays(7)), 12, 10);
    assertThat(new Bands(store, List.of()).band(stat("Average"), grid(), 1).upper()[0])
        .isCloseTo(11, within(1e-9));
  }

  private static Grid grid() {
    return new Grid(NOW, Duration.ofMinutes(5), 1);
  }

  @Test
  void what_is_being_judged_teaches_nothing() {
    put(NOW.minus(Duration.ofHours(2)), 24, 4);
    put(NOW, 12, 1_000);

    assertThat(upper(SUM, NOW.plus(Duration.ofMinutes(55)), 3)).isCloseTo(10, within(1e-9));
  }
}

package dev.rampart.local.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MetricStoreTest {
  static final Instant NOON = Instant.parse("2026-11-24T12:00:30Z");
  static final MetricKey REFUSED =
      new MetricKey("Rampart", "Refused", Map.of("service", "api", "gate", "waf"));

  private Instant now = NOON;
  private final MetricStore metrics = new MetricStore(() -> now);

  /** A line as functions print it; {@code values} is a number or an array. */
  static String line(Instant at, String values) {
    return """
    {"_aws":{"Timestamp":%d,"CloudWatchMetrics":[{"Namespace":"Rampart","Metrics":[{"Name":"Refused",\
    "Unit":"Count"}],"Dimensions":[["service","gate"],["service"]]}]},"service":"api","gate":"waf",\
    "Refused":%s,"requestId":"r-1"}\
    """
        .formatted(at.toEpochMilli(), values);
  }

  @Test
  void each_set_of_dimensions_is_a_series() {
    metrics.accept(line(NOON, "2.0"));
    assertThat(metrics.keys())
        .containsExactlyInAnyOrder(
            REFUSED, new MetricKey("Rampart", "Refused", Map.of("service", "api")));
    assertThat(sum(REFUSED)).isEqualTo(2);
    assertThat(sum(new MetricKey("Rampart", "Refused", Map.of()))).isZero();
  }

  private double sum(MetricKey key) {
    return sets(key, Duration.ofMinutes(1)).values().stream().mapToDouble(StatisticSet::sum).sum();
  }

  private Map<Instant, StatisticSet> sets(MetricKey key, Duration period) {
    Map<Instant, StatisticSet> sets = new TreeMap<>();
    metrics
        .values(key, NOON.minusSeconds(3_600), NOON.plusSeconds(60), period)
        .forEach((at, values) -> sets.put(at, values.set()));
    return sets;
  }

  @Test
  void values_of_a_period_become_its_statistics() {
    metrics.accept(line(NOON, "[1.0, 5.0]"));
    metrics.accept(line(NOON.minusSeconds(60), "3"));
    assertThat(sets(REFUSED, Duration.ofMinutes(1)))
        .containsExactly(
            Map.entry(Instant.parse("2026-11-24T11:59:00Z"), new StatisticSet(1, 3, 3, 3)),
            Map.entry(Instant.parse("2026-11-24T12:00:00Z"), new StatisticSet(2, 6, 1, 5)));
    assertThat(sets(REFUSED, Duration.ofDays(1)))
        .containsOnlyKeys(Instant.parse("2026-11-24T00:00:00Z"))
        .containsValue(new StatisticSet(3, 9, 1, 5));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"_aws\"",
        "{\"_aws\":{}}",
        "{\"_aws\":{\"Timestamp\":\"now\",\"CloudWatchMetrics\":[]}}",
        "{\"_aws\":{\"Timestamp\":1,\"CloudWatchMetrics\":[{\"Metrics\":[]}]}}"
      })
  void a_malformed_line_is_counted_and_changes_nothing(String line) {
    metrics.accept(line);
    assertThat(metrics.refused()).isEqualTo(1);
    assertThat(metrics.keys()).isEmpty();
  }

  @Test
  void a_line_that_goes_on_behind_its_object_is_malformed() {
    metrics.accept(line(NOON, "2.0") + "}");
    assertThat(metrics.refused()).isEqualTo(1);
    assertThat(metrics.keys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"many\"", "1e999", "[1, -1e999]"})
  void a_value_that_is_no_number_is_refused(String value) {
    metrics.accept(line(NOON, value));
    assertThat(metrics.refused()).isEqualTo(1);
    assertThat(metrics.keys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, 253_402_300_800_000L})
  void a_time_far_from_now_is_refused(long millis) {
    metrics.accept(line(Instant.ofEpochMilli(millis), "1"));
    assertThat(metrics.refused()).isPositive();
    assertThat(metrics.keys()).isEmpty();
  }

  @Test
  void the_member_is_found_by_its_name_also_where_that_has_escapes() {
    metrics.accept(line(NOON, "2.0").replace("_aws", "\\u005faws"));
    assertThat(sum(REFUSED)).isEqualTo(2);
    assertThat(metrics.refused()).isZero();
  }

  @Test
  void other_lines_are_no_metrics() {
    metrics.accept("{\"text\":\"\\u005f\"}");
    metrics.accept("{\"text\":\"\\u005f");
    metrics.accept("plain text about \"_aws\"");
    metrics.accept("{\"level\":\"INFO\"}");
    metrics.accept("");
    assertThat(metrics.refused()).isZero();
  }

  private static MetricKey custom(int number) {
    return new MetricKey("Test", "n" + number, Map.of());
  }

  private void fill() {
    for (int i = metrics.keys().size(); i < MetricStore.SERIES_MAX; i++) {
      metrics.put(custom(i), "Count", 1);
    }
  }

  @Test
  void the_series_without_news_for_longest_makes_room_those_of_aws_last() {
    MetricKey ofAws = new MetricKey("AWS/Lambda", "Errors", Map.of());
    metrics.put(ofAws, "Count", 1);
    fill();
    metrics.put(custom(1), "Count", 1);
    metrics.put(REFUSED, "Count", 2);
    metrics.put(custom(-1), "Count", 1);

    assertThat(metrics.keys())
        .hasSize(MetricStore.SERIES_MAX)
        .contains(ofAws, REFUSED, custom(1), custom(-1), custom(4))
        .doesNotContain(custom(2), custom(3));
    assertThat(sum(REFUSED)).isEqualTo(2);
    assertThat(metrics.refused()).isEqualTo(2);
  }

  @Test
  void a_series_without_values_in_the_time_that_is_kept_is_gone() {
    fill();
    now = NOON.plus(Duration.ofDays(MetricStore.DAYS_KEPT + 1L));
    metrics.put(REFUSED, "Count", 1);
    assertThat(metrics.keys()).containsExactly(REFUSED);
    assertThat(metrics.refused()).isZero();
  }

  @Test
  void series_and_days_are_bounded() {
    for (int i = 0; i < MetricStore.SERIES_MAX + 10; i++) {
      metrics.accept(line(NOON, "1").replace("\"gate\":\"waf\"", "\"gate\":\"" + i + "\""));
    }
    assertThat(metrics.keys()).hasSize(MetricStore.SERIES_MAX);
    assertThat(metrics.refused()).isPositive();
    long before = metrics.refused();
    metrics.accept(line(NOON.minus(Duration.ofDays(MetricStore.DAYS_KEPT + 1L)), "1"));
    assertThat(metrics.refused()).isGreaterThan(before);
  }
}

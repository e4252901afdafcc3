package dev.rampart.local.metrics;

import static dev.rampart.local.metrics.MetricStoreTest.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.local.protocol.AwsError;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PutOperationTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final MetricKey KEY = new MetricKey("Shop", "Orders", Map.of("Till", "1"));
  private static final Instant MINUTE = Instant.parse("2026-11-24T12:00:00Z");

  private final MetricStore metrics = new MetricStore(() -> NOON);
  private final CloudWatchOperations cloudWatch =
      new CloudWatchOperations(metrics, new Bands(metrics, List.of()), OtherOperations.NONE);

  private void put(String namespace, String... data) throws IOException {
    String input =
        "{\"Namespace\": \"%s\", \"MetricData\": [%s]}"
            .formatted(namespace, String.join(",", data));
    assertThat(cloudWatch.call("PutMetricData", JSON.readTree(input))).isEmpty();
  }

  private static String datum(String members) {
    return "{\"MetricName\": \"Orders\", \"Dimensions\": [{\"Name\": \"Till\", \"Value\": \"1\"}], %s}"
        .formatted(members);
  }

  private Map<Instant, StatisticSet> kept() {
    Map<Instant, StatisticSet> sets = new TreeMap<>();
    metrics
        .values(
            KEY, NOON.minus(Duration.ofDays(14)), NOON.plusSeconds(7_200), Duration.ofMinutes(1))
        .forEach((at, values) -> sets.put(at, values.set()));
    return sets;
  }

  @Test
  void a_value_is_of_now_unless_its_time_is_told() throws Exception {
    put(
        "Shop",
        datum("\"Value\": 3, \"Unit\": \"Count\""),
        datum("\"Value\": 4, \"Timestamp\": " + MINUTE.minusSeconds(60).getEpochSecond()),
        datum("\"Value\": 5, \"Timestamp\": \"2026-11-24T13:59:59Z\""));
    assertThat(kept())
        .containsExactly(
            Map.entry(MINUTE.minusSeconds(60), new StatisticSet(1, 4, 4, 4)),
            Map.entry(MINUTE, new StatisticSet(1, 3, 3, 3)),
            Map.entry(Instant.parse("2026-11-24T13:59:00Z"), new StatisticSet(1, 5, 5, 5)));
  }

  @Test
  void values_count_as_often_as_they_say() throws Exception {
    put("Shop", datum("\"Values\": [1, 2, 10], \"Counts\": [3, 2]"));
    assertThat(kept()).containsExactly(Map.entry(MINUTE, new StatisticSet(6, 17, 1, 10)));
  }

  @Test
  void a_statistic_set_adds_to_what_is_there() throws Exception {
    put("Shop", datum("\"Value\": 7"));
    put(
        "Shop",
        datum(
            "\"StatisticValues\":"
                + " {\"SampleCount\": 4, \"Sum\": 20, \"Minimum\": 2, \"Maximum\": 9}"));
    assertThat(kept()).containsExactly(Map.entry(MINUTE, new StatisticSet(5, 27, 2, 9)));
  }

  @Test
  void numbers_and_times_may_be_texts() throws Exception {
    put("Shop", datum("\"Value\": \"2.5\", \"Timestamp\": \"2026-11-24T12:00:59.999Z\""));
    assertThat(kept()).containsExactly(Map.entry(MINUTE, new StatisticSet(1, 2.5, 2.5, 2.5)));
  }

  static Stream<Arguments> refused() {
    return Stream.of(
        Arguments.of("Timestamp", datum("\"Value\": 1, \"Timestamp\": \"2026-11-10T12:00:29Z\"")),
        Arguments.of("Timestamp", datum("\"Value\": 1, \"Timestamp\": \"2026-11-24T14:00:31Z\"")),
        Arguments.of("Timestamp", datum("\"Value\": 1, \"Timestamp\": \"noon\"")),
        Arguments.of("StorageResolution", datum("\"Value\": 1, \"StorageResolution\": 1")),
        Arguments.of("MetricName", "{\"Value\": 1}"),
        Arguments.of("MetricName", "{\"Value\": 1, \"MetricName\": \"" + "m".repeat(256) + "\"}"),
        Arguments.of("MetricName", "7"),
        Arguments.of("Dimensions", dimensions("{\"Name\": \"Till\"}")),
        Arguments.of("Dimensions", dimensions("{\"Value\": \"1\"}")),
        Arguments.of("Dimensions", dimensions(dimension("Till", "1".repeat(1_025)))),
        Arguments.of(
            "Dimensions",
            dimensions(
                IntStream.range(0, 31)
                    .mapToObj(i -> dimension("d" + i, "1"))
                    .collect(Collectors.joining(",")))),
        Arguments.of("Value", datum("\"Unit\": \"Count\"")),
        Arguments.of("Value", datum("\"Value\": \"NaN\"")),
        Arguments.of("Value", datum("\"Value\": 1e109")),
        Arguments.of("Values", datum("\"Values\": []")),
        Arguments.of("Values", datum("\"Values\": [" + "1,".repeat(150) + "1]")),
        Arguments.of("Counts", datum("\"Values\": [1], \"Counts\": [1, 1]")),
        Arguments.of("Counts", datum("\"Values\": [1], \"Counts\": [0]")),
        Arguments.of("SampleCount", datum("\"StatisticValues\": {\"SampleCount\": 0}")),
        Arguments.of(
            "Maximum",
            datum("\"StatisticValues\": {\"SampleCount\": 1, \"Sum\": 1, \"Minimum\": 1}")));
  }

  private static String dimension(String name, String value) {
    return "{\"Name\": \"%s\", \"Value\": \"%s\"}".formatted(name, value);
  }

  private static String dimensions(String list) {
    return "{\"MetricName\": \"Orders\", \"Value\": 1, \"Dimensions\": [" + list + "]}";
  }

  @ParameterizedTest
  @MethodSource("refused")
  void one_bad_datum_is_named_and_none_of_the_call_is_kept(String parameter, String bad) {
    assertThatThrownBy(() -> put("Shop", datum("\"Value\": 1"), bad))
        .isInstanceOf(AwsError.class)
        .hasMessageContaining(parameter);
    assertThat(metrics.keys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "AWS/Lambda"})
  void a_namespace_of_no_customer_is_refused(String namespace) {
    assertThatThrownBy(() -> put(namespace, datum("\"Value\": 1")))
        .isInstanceOf(AwsError.class)
        .hasMessageContaining("Namespace");
    assertThat(metrics.keys()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1_001})
  void a_call_has_one_to_a_thousand_data(int data) {
    String[] all = Stream.generate(() -> datum("\"Value\": 1")).limit(data).toArray(String[]::new);
    assertThatThrownBy(() -> put("Shop", all))
        .isInstanceOf(AwsError.class)
        .hasMessageContaining("MetricData");
    assertThat(metrics.keys()).isEmpty();
  }
}

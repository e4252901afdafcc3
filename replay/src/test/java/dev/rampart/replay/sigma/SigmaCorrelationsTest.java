package dev.rampart.replay.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.rampart.adapter.in.logs.LogRecordReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class SigmaCorrelationsTest {
  private static final List<String> TIMES =
      List.of("timestamp", "requestTimeEpoch", "eventTimestamp");

  static List<SigmaFile> correlations() {
    return SigmaFile.correlations();
  }

  @ParameterizedTest
  @MethodSource("correlations")
  void as_many_as_it_asks_for_raise_it_and_one_less_does_not(SigmaFile file) {
    SigmaCorrelation correlation = correlation(file);
    int least = correlation.least();
    Duration step = correlation.timespan().dividedBy(least);
    assertThat(correlation.isRaisedBy(records(correlation, least, step))).isTrue();
    assertThat(correlation.isRaisedBy(records(correlation, least - 1, step))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("correlations")
  void those_that_are_spread_over_a_longer_time_do_not(SigmaFile file) {
    SigmaCorrelation correlation = correlation(file);
    int least = correlation.least();
    Duration step = correlation.timespan().dividedBy(least - 1).plusSeconds(1);
    assertThat(correlation.isRaisedBy(records(correlation, least, step))).isFalse();
  }

  @ParameterizedTest
  @MethodSource("correlations")
  void those_of_two_groups_do_not(SigmaFile file) {
    SigmaCorrelation correlation = correlation(file);
    List<SigmaRecord> records = records(correlation, correlation.least(), Duration.ZERO);
    for (String field : correlation.groupBy()) {
      List<SigmaRecord> parted =
          IntStream.range(0, records.size())
              .mapToObj(i -> i == 0 ? records.get(i).with(field, "other") : records.get(i))
              .toList();
      assertThat(correlation.isRaisedBy(parted)).as(field).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("correlations")
  void repeats_count_only_where_events_are_counted(SigmaFile file) {
    SigmaCorrelation correlation = correlation(file);
    List<SigmaRecord> repeats =
        records(correlation, 2 * correlation.least(), Duration.ZERO).stream()
            .map(
                each -> correlation.field().isEmpty() ? each : each.with(correlation.field(), "/x"))
            .toList();
    assertThat(correlation.isRaisedBy(repeats)).isEqualTo(correlation.field().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "aws_waf_block_burst, BurstProbe, hostileMin, 1",
    "aws_waf_distributed_signature, DistributedSignature, surge.sourcesMin, 1.5",
    "aws_apigateway_route_scan, BurstProbe, machineScoreMin, 1",
    "aws_apigateway_object_enumeration, Enumeration, principalMin, 1",
    "aws_apigateway_schema_fuzzing, SchemaFuzz, minutesMin, 1",
    "aws_apigateway_token_abuse, TokenForgery, targetsMin, 1",
    "aws_cognito_credential_stuffing, CredentialStuffing, accountsMin, 1",
    "aws_cognito_brute_force, BruteForce, failuresMin, 1"
  })
  void a_threshold_is_the_one_of_its_detector(
      String name, String rule, String threshold, double factor) throws IOException {
    SigmaFile file =
        correlations().stream().filter(each -> each.id().equals(name)).findFirst().orElseThrow();
    double value = threshold(rule, threshold) * factor;
    assertThat((double) correlation(file).least()).isCloseTo(Math.ceil(value), within(1e-9));
  }

  /** Returns a threshold as the page of the detectors has it, which another test compares. */
  private static double threshold(String rule, String name) throws IOException {
    Path page = Path.of(System.getProperty("rampart.root", "."), "docs", "detectors.md");
    Matcher row =
        Pattern.compile("\\| `%s` \\| `%s` \\| ([0-9.]+) \\|".formatted(rule, Pattern.quote(name)))
            .matcher(Files.readString(page));
    assertThat(row.find()).isTrue();
    return Double.parseDouble(row.group(1));
  }

  private static SigmaCorrelation correlation(SigmaFile file) {
    return new SigmaCorrelation(file.yaml().path("correlation"));
  }

  /** Returns records that match the rule, of one group, each with a value of its own. */
  private static List<SigmaRecord> records(
      SigmaCorrelation correlation, int number, Duration step) {
    SigmaRecord first =
        SigmaRulesTest.cases().stream()
            .map(SigmaRulesTest.SigmaCase::event)
            .filter(correlation.rule()::matches)
            .findFirst()
            .orElseThrow();
    Instant start = LogRecordReader.time(first.json()).orElseThrow();
    String time = TIMES.stream().filter(first.json()::has).findFirst().orElseThrow();
    return IntStream.range(0, number)
        .mapToObj(
            i -> {
              SigmaRecord at =
                  first.with(time, Long.toString(start.plus(step.multipliedBy(i)).toEpochMilli()));
              return correlation.field().isEmpty() ? at : at.with(correlation.field(), "/" + i);
            })
        .toList();
  }
}

package dev.rampart.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.events.EventsHealth;
import dev.rampart.local.metrics.Grid;
import dev.rampart.local.metrics.MetricKey;
import dev.rampart.local.metrics.MetricStat;
import dev.rampart.local.metrics.MetricStore;
import dev.rampart.local.metrics.Statistic;
import dev.rampart.local.protocol.lambda.InvocationResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the stand-ins publish of themselves. */
final class ServiceMetricsTest {
  private static final Instant NOW = Instant.parse("2026-11-29T12:00:30Z");
  private static final Map<String, String> FUNCTION = Map.of("FunctionName", "f");

  private final MetricStore store = new MetricStore(() -> NOW);
  private final ServiceMetrics metrics = new ServiceMetrics(store, "eu-west-1", () -> NOW);

  /** Returns a statistic of the minute that begins at noon, or of the one before. */
  private double value(
      String namespace, String name, Map<String, String> dimensions, String stat, Instant minute) {
    MetricStat asked =
        new MetricStat(
            new MetricKey(namespace, name, dimensions),
            Duration.ofMinutes(1),
            Statistic.of(stat).orElseThrow(),
            Optional.empty());
    return store.statistics(asked, new Grid(minute, Duration.ofMinutes(1), 1))[0];
  }

  private double ofFunction(String name, String stat) {
    return value("AWS/Lambda", name, FUNCTION, stat, Instant.parse("2026-11-29T12:00:00Z"));
  }

  @Test
  void an_invocation_that_was_throttled_is_none() {
    metrics.functionEnded("f", new InvocationResult.Answered(new byte[0]), Duration.ofMillis(5));
    metrics.functionEnded("f", new InvocationResult.Throttled(), Duration.ZERO);
    metrics.functionEnded(
        "f", new InvocationResult.FunctionError("E", "failed"), Duration.ofMillis(7));

    assertThat(ofFunction("Invocations", "Sum")).isEqualTo(2);
    assertThat(ofFunction("Errors", "Sum")).isEqualTo(1);
    assertThat(ofFunction("Throttles", "Sum")).isEqualTo(1);
    assertThat(ofFunction("Duration", "Maximum")).isEqualTo(7);
  }

  @Test
  void invocations_at_the_same_time_are_counted() {
    metrics.functionStarts("f");
    metrics.functionStarts("f");
    metrics.functionLeft("f");
    metrics.functionStarts("f");
    assertThat(ofFunction("ConcurrentExecutions", "Maximum")).isEqualTo(2);
  }

  @Test
  void the_age_of_a_batch_is_that_of_its_last_record() {
    String event =
        "{\"Records\":[" + record(NOW.minusSeconds(90)) + "," + record(NOW.minusSeconds(30)) + "]}";
    metrics.streamBatch("f", event.getBytes(StandardCharsets.UTF_8));
    assertThat(ofFunction("IteratorAge", "Maximum")).isEqualTo(30_000);
  }

  private static String record(Instant created) {
    return "{\"dynamodb\":{\"ApproximateCreationDateTime\":" + created.getEpochSecond() + "}}";
  }

  @Test
  void queues_are_counted_in_the_minute_that_ended() {
    metrics.queues(
        List.of(
            new EventsHealth.QueueHealth("q", false, 3, 2, 1, Optional.of(Duration.ofSeconds(40)))),
        Instant.parse("2026-11-29T12:00:00Z"));
    Map<String, String> queue = Map.of("QueueName", "q");
    Instant before = Instant.parse("2026-11-29T11:59:00Z");

    assertThat(value("AWS/SQS", "ApproximateNumberOfMessagesVisible", queue, "Maximum", before))
        .isEqualTo(3);
    assertThat(value("AWS/SQS", "ApproximateAgeOfOldestMessage", queue, "Maximum", before))
        .isEqualTo(40);
  }

  @Test
  void failed_invocations_are_counted_by_bus_and_rule() {
    metrics.failedInvocation("bus", "rule");
    metrics.failedInvocation("default", "rule");
    Instant noon = Instant.parse("2026-11-29T12:00:00Z");
    Map<String, String> both = Map.of("EventBusName", "bus", "RuleName", "rule");

    assertThat(value("AWS/Events", "FailedInvocations", both, "Sum", noon)).isEqualTo(1);
    assertThat(value("AWS/Events", "FailedInvocations", Map.of("RuleName", "rule"), "Sum", noon))
        .isEqualTo(1);
  }

  @Test
  void each_line_of_a_log_counts_for_its_group_alone() {
    metrics.logEvent("/a");
    metrics.logEvent("/a");
    metrics.logEvent("/b");
    Instant noon = Instant.parse("2026-11-29T12:00:00Z");

    assertThat(value("AWS/Logs", "IncomingLogEvents", Map.of("LogGroupName", "/a"), "Sum", noon))
        .isEqualTo(2);
    assertThat(value("AWS/Logs", "IncomingLogEvents", Map.of("LogGroupName", "/b"), "Sum", noon))
        .isEqualTo(1);
  }
}

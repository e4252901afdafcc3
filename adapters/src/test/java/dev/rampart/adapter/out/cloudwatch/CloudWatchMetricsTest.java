package dev.rampart.adapter.out.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.rampart.domain.monitoring.SignalLog;
import dev.rampart.domain.monitoring.StatusPart;
import dev.rampart.domain.port.out.OperationalMetrics;
import dev.rampart.domain.port.out.OperationalMetricsContract;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.local.metrics.MetricKey;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataResult;
import software.amazon.awssdk.services.cloudwatch.model.StatusCode;

/** The contract on the local CloudWatch over HTTP, and faults. */
final class CloudWatchMetricsTest implements OperationalMetricsContract {
  private static final Set<StatusPart> NUMBERS =
      Set.of(StatusPart.SOURCES, StatusPart.QUEUES, StatusPart.FUNCTIONS);
  private static final WatchedResources WATCHED =
      new WatchedResources(
          Stream.of(SignalLog.values())
              .collect(Collectors.toMap(log -> log, CloudWatchMetricsTest::group)),
          List.of(WORK),
          List.of(DEAD),
          List.of(FUNCTION));

  private final LocalCloudWatch local = new LocalCloudWatch(LocalCloudWatch.NO_ALARMS, () -> NOW);
  private final CloudWatchClient client = mock();

  @AfterEach
  void stop() {
    local.close();
  }

  private static String group(SignalLog log) {
    return "/rampart/test/" + log.wireName();
  }

  @Override
  public CountingServices newServices() {
    return new CountingServices() {
      @Override
      public void logged(SignalLog log, Instant at) {
        put("AWS/Logs", "IncomingLogEvents", "LogGroupName", group(log), 1, at);
      }

      @Override
      public void held(String queue, long messages, Duration oldest, Instant at) {
        put(
            "AWS/SQS",
            "ApproximateNumberOfMessagesVisible",
            "QueueName",
            queue,
            (double) messages,
            at);
        put(
            "AWS/SQS",
            "ApproximateAgeOfOldestMessage",
            "QueueName",
            queue,
            (double) oldest.toSeconds(),
            at);
      }

      @Override
      public void called(String function, boolean failed, Instant at) {
        put("AWS/Lambda", "Invocations", "FunctionName", function, 1, at);
        put("AWS/Lambda", "Errors", "FunctionName", function, failed ? 1 : 0, at);
      }

      @Override
      public void throttled(String function, Instant at) {
        put("AWS/Lambda", "Throttles", "FunctionName", function, 1, at);
      }

      @Override
      public OperationalMetrics metrics() {
        return new CloudWatchMetrics(local.client, WATCHED);
      }
    };
  }

  private void put(
      String namespace, String name, String dimension, String resource, double value, Instant at) {
    local.metrics.put(
        new MetricKey(namespace, name, Map.of(dimension, resource)), "Count", value, at);
  }

  @Test
  void a_cloudwatch_that_does_not_answer_is_unavailable() {
    when(client.getMetricData(any(GetMetricDataRequest.class)))
        .thenThrow(SdkClientException.create("timed out"));

    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> new CloudWatchMetrics(client, WATCHED).read(NOW))
        .withMessage("GetMetricData: no answer");
  }

  /** A service that always has one more page is not read for ever. */
  @Test
  void pages_are_read_on_and_their_number_is_bounded() {
    AtomicInteger pages = new AtomicInteger();
    when(client.getMetricData(any(GetMetricDataRequest.class)))
        .thenAnswer(
            call -> {
              GetMetricDataRequest request = call.getArgument(0);
              Instant at = NOW.minusSeconds(60L * pages.incrementAndGet());
              return page(request, at, 2.0, _ -> StatusCode.COMPLETE).nextToken("more").build();
            });

    OperationalMetrics.Reading reading = new CloudWatchMetrics(client, WATCHED).read(NOW);
    assertThat(reading.functions().getFirst().errors()).isEqualTo(6);
    assertThat(reading.incomplete()).isEqualTo(NUMBERS);
    assertThat(pages).hasValue(6);
  }

  /** A page that has one value of each metric that was asked for. */
  private static GetMetricDataResponse.Builder page(
      GetMetricDataRequest request,
      Instant at,
      double value,
      Function<MetricDataQuery, StatusCode> status) {
    return GetMetricDataResponse.builder()
        .metricDataResults(
            request.metricDataQueries().stream()
                .map(
                    query ->
                        MetricDataResult.builder()
                            .id(query.id())
                            .timestamps(at)
                            .values(value)
                            .statusCode(status.apply(query))
                            .build())
                .toList());
  }

  /** Answers that have one value of each metric, and say of each how much of it that is. */
  private OperationalMetrics.Reading readWhere(
      Function<MetricDataQuery, StatusCode> first, Function<MetricDataQuery, StatusCode> second) {
    when(client.getMetricData(any(GetMetricDataRequest.class)))
        .thenAnswer(
            call -> {
              GetMetricDataRequest request = call.getArgument(0);
              boolean isFirst = request.nextToken() == null;
              Instant at = NOW.minusSeconds(isFirst ? 60 : 120);
              return page(request, at, 1.0, isFirst ? first : second)
                  .nextToken(isFirst ? "more" : null)
                  .build();
            });
    return new CloudWatchMetrics(client, WATCHED).read(NOW);
  }

  private static Function<MetricDataQuery, StatusCode> only(
      String namespace, Duration period, StatusCode status) {
    return query ->
        query.metricStat().metric().namespace().equals(namespace)
                && query.metricStat().period() == period.toSeconds()
            ? status
            : StatusCode.COMPLETE;
  }

  private static Stream<Arguments> lackingParts() {
    return Stream.of(
        Arguments.of("AWS/Logs", Duration.ofMinutes(1), StatusPart.SOURCES),
        Arguments.of("AWS/Logs", Duration.ofHours(1), StatusPart.SOURCES),
        Arguments.of("AWS/SQS", Duration.ofMinutes(1), StatusPart.QUEUES),
        Arguments.of("AWS/Lambda", Duration.ofMinutes(1), StatusPart.FUNCTIONS));
  }

  @ParameterizedTest
  @MethodSource("lackingParts")
  void a_part_of_whose_metrics_not_all_values_came_is_told_and_said_to_be_incomplete(
      String namespace, Duration period, StatusPart part) {
    for (StatusCode status :
        List.of(StatusCode.INTERNAL_ERROR, StatusCode.PARTIAL_DATA, StatusCode.FORBIDDEN)) {
      OperationalMetrics.Reading reading =
          readWhere(_ -> StatusCode.COMPLETE, only(namespace, period, status));

      assertThat(reading.incomplete()).as(status.toString()).containsExactly(part);
      assertThat(reading.functions().getFirst().errors()).isEqualTo(2);
    }
  }

  @Test
  void values_that_come_on_a_later_page_are_not_missed() {
    assertThat(readWhere(_ -> StatusCode.PARTIAL_DATA, _ -> StatusCode.COMPLETE).incomplete())
        .isEmpty();
  }

  @Test
  void metrics_that_the_answer_leaves_out_are_missed() {
    when(client.getMetricData(any(GetMetricDataRequest.class)))
        .thenReturn(GetMetricDataResponse.builder().build());

    assertThat(new CloudWatchMetrics(client, WATCHED).read(NOW).incomplete()).isEqualTo(NUMBERS);
  }
}

package dev.rampart.adapter.out.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.rampart.domain.monitoring.AlarmLevel;
import dev.rampart.domain.monitoring.AlarmReport;
import dev.rampart.domain.port.out.AlarmReports;
import dev.rampart.domain.port.out.AlarmReportsContract;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** The contract on the local CloudWatch over HTTP, and what AWS's may say otherwise. */
final class CloudWatchAlarmsTest implements AlarmReportsContract {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");

  private final List<LocalCloudWatch> running = new ArrayList<>();
  private final CloudWatchClient client = mock();

  @AfterEach
  void stop() {
    running.forEach(LocalCloudWatch::close);
  }

  @Override
  public RingableAlarms newAlarms() {
    return new TemplateAlarms();
  }

  /** Writes a template, and starts CloudWatch with it when an alarm is first needed. */
  private final class TemplateAlarms implements RingableAlarms {
    private final StringBuilder template = new StringBuilder("Resources:\n");
    private final List<String> names = new ArrayList<>();
    private Optional<LocalCloudWatch> local = Optional.empty();

    private LocalCloudWatch local() {
      if (local.isEmpty()) {
        String text = names.isEmpty() ? LocalCloudWatch.NO_ALARMS : template.toString();
        local = Optional.of(new LocalCloudWatch(text, () -> NOON));
        running.add(local.get());
      }
      return local.get();
    }

    /** Adds an alarm of a type, with some of its properties; returns its name. */
    private String add(String type, String title, String runbook, String properties) {
      String id = "Alarm" + names.size();
      String name = LocalCloudWatch.STACK + "-" + id;
      names.add(id);
      template.append(
          "  %s: {Type: AWS::CloudWatch::%s, Properties: {AlarmName: %s, AlarmDescription: '%s (%s)', %s}}%n"
              .formatted(id, type, name, title, runbook, properties));
      return name;
    }

    @Override
    public String add(String title, String runbook) {
      return add(
          "Alarm",
          title,
          runbook,
          "Namespace: N, MetricName: M, Statistic: Sum, Period: 60, Threshold: 0,"
              + " ComparisonOperator: GreaterThanThreshold, EvaluationPeriods: 1");
    }

    @Override
    public String addComposite(String title, String runbook) {
      String rule = "AlarmRule: !Sub 'ALARM(\"${%s}\")'".formatted(names.getFirst());
      return add("CompositeAlarm", title, runbook, rule);
    }

    @Override
    public void set(String name, AlarmLevel level, String reason) {
      String state =
          switch (level) {
            case ALARM -> "ALARM";
            case INSUFFICIENT_DATA -> "INSUFFICIENT_DATA";
            case OK -> "OK";
          };
      var _ =
          local()
              .client
              .setAlarmState(ask -> ask.alarmName(name).stateValue(state).stateReason(reason));
    }

    @Override
    public AlarmReports reports() {
      return new CloudWatchAlarms(local().client, LocalCloudWatch.STACK + "-");
    }
  }

  private List<AlarmReport> told(MetricAlarm... alarms) {
    when(client.describeAlarms(any(DescribeAlarmsRequest.class)))
        .thenReturn(DescribeAlarmsResponse.builder().metricAlarms(alarms).build());
    return new CloudWatchAlarms(client, "rampart-dev-").read().alarms();
  }

  @Test
  void an_alarm_that_says_little_is_told_as_it_is() {
    assertThat(told(MetricAlarm.builder().alarmName("bare").build()))
        .containsExactly(
            new AlarmReport(
                "bare", "bare", AlarmLevel.INSUFFICIENT_DATA, Instant.EPOCH, "", Optional.empty()));
  }

  @Test
  void what_is_no_path_of_a_runbook_stays_part_of_the_title() {
    assertThat(
            told(
                MetricAlarm.builder()
                    .alarmName("a")
                    .alarmDescription("Look (docs/runbooks/../../x.md)")
                    .build()))
        .extracting(AlarmReport::title, AlarmReport::runbook)
        .containsExactly(tuple("Look (docs/runbooks/../../x.md)", Optional.empty()));
  }

  @Test
  void hostile_text_is_bounded_and_has_nothing_invisible() {
    AlarmReport report =
        told(MetricAlarm.builder()
                .alarmName("a")
                .stateReason("x\u202e\n" + "y".repeat(2_000))
                .build())
            .getFirst();

    assertThat(report.reason()).hasSize(AlarmReport.TEXT_LENGTH_MAX).startsWith("x yy");
  }

  private static DescribeAlarmsResponse page(long alarms, Optional<String> next) {
    List<MetricAlarm> page =
        Stream.generate(() -> MetricAlarm.builder().alarmName("a").build()).limit(alarms).toList();
    return DescribeAlarmsResponse.builder().metricAlarms(page).nextToken(next.orElse(null)).build();
  }

  private AlarmReports.Reading readPages(long first, long second, Optional<String> next) {
    when(client.describeAlarms(any(DescribeAlarmsRequest.class)))
        .thenReturn(page(first, Optional.of("more")), page(second, next));
    return new CloudWatchAlarms(client, "a").read();
  }

  @Test
  void pages_are_read_on_until_there_are_enough_and_whether_there_are_more_is_told() {
    AlarmReports.Reading reading = readPages(100, 100, Optional.of("more"));

    assertThat(reading.alarms()).hasSize(AlarmReports.ALARMS_MAX);
    assertThat(reading.complete()).isFalse();
  }

  @Test
  void as_many_as_are_told_at_most_are_all_if_no_page_follows() {
    AlarmReports.Reading reading = readPages(100, 200, Optional.empty());

    assertThat(reading.alarms()).hasSize(AlarmReports.ALARMS_MAX);
    assertThat(reading.complete()).isTrue();
  }

  @Test
  void alarms_of_the_last_page_that_are_too_many_are_missed() {
    AlarmReports.Reading reading = readPages(100, 201, Optional.empty());

    assertThat(reading.alarms()).hasSize(AlarmReports.ALARMS_MAX);
    assertThat(reading.complete()).isFalse();
  }

  @Test
  void a_cloudwatch_that_does_not_answer_is_unavailable() {
    when(client.describeAlarms(any(DescribeAlarmsRequest.class)))
        .thenThrow(SdkClientException.create("timed out"));

    assertThatExceptionOfType(PortUnavailable.class)
        .isThrownBy(() -> new CloudWatchAlarms(client, "a").read())
        .withMessage("DescribeAlarms: no answer");
  }
}

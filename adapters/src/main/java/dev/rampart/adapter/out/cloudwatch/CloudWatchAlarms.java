package dev.rampart.adapter.out.cloudwatch;

import dev.rampart.domain.monitoring.AlarmLevel;
import dev.rampart.domain.monitoring.AlarmReport;
import dev.rampart.domain.monitoring.DisplayText;
import dev.rampart.domain.port.out.AlarmReports;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Alarms of CloudWatch whose names begin alike, those of metrics and those of other alarms. */
public final class CloudWatchAlarms implements AlarmReports {
  private static final int PAGE_MAX = 100;

  private final CloudWatchClient client;
  private final String prefix;

  /** Reads the alarms whose names begin with a text. */
  public CloudWatchAlarms(CloudWatchClient client, String prefix) {
    this.client = client;
    this.prefix = prefix;
  }

  @Override
  public Reading read() {
    DescribeAlarmsRequest.Builder request =
        DescribeAlarmsRequest.builder()
            .alarmNamePrefix(prefix)
            // Whoever does not ask for composite alarms is not told of them.
            .alarmTypes(AlarmType.METRIC_ALARM, AlarmType.COMPOSITE_ALARM)
            .maxRecords(PAGE_MAX);
    List<AlarmReport> reports = new ArrayList<>();
    Optional<String> next;
    do {
      DescribeAlarmsResponse page = page(request.build());
      page.metricAlarms().forEach(alarm -> reports.add(report(alarm)));
      page.compositeAlarms().forEach(alarm -> reports.add(report(alarm)));
      next = Optional.ofNullable(page.nextToken());
      next.ifPresent(request::nextToken);
    } while (next.isPresent() && reports.size() < ALARMS_MAX);
    return new Reading(
        reports.stream().limit(ALARMS_MAX).toList(),
        next.isEmpty() && reports.size() <= ALARMS_MAX);
  }

  private DescribeAlarmsResponse page(DescribeAlarmsRequest request) {
    try {
      return client.describeAlarms(request);
    } catch (SdkException e) {
      throw new PortUnavailable("DescribeAlarms: no answer", e);
    }
  }

  private static AlarmReport report(MetricAlarm alarm) {
    return report(
        alarm.alarmName(),
        alarm.alarmDescription(),
        alarm.stateValueAsString(),
        first(alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp()),
        alarm.stateReason());
  }

  private static AlarmReport report(CompositeAlarm alarm) {
    return report(
        alarm.alarmName(),
        alarm.alarmDescription(),
        alarm.stateValueAsString(),
        first(alarm.stateTransitionedTimestamp(), alarm.stateUpdatedTimestamp()),
        alarm.stateReason());
  }

  private static Instant first(@Nullable Instant transitioned, @Nullable Instant updated) {
    return Optional.ofNullable(transitioned)
        .or(() -> Optional.ofNullable(updated))
        .orElse(Instant.EPOCH);
  }

  private static AlarmReport report(
      String name,
      @Nullable String description,
      @Nullable String state,
      Instant since,
      @Nullable String reason) {
    AlarmDescription told = AlarmDescription.of(Optional.ofNullable(description).orElse(""));
    return new AlarmReport(
        shown(name),
        told.title().isEmpty() ? shown(name) : told.title(),
        level(Optional.ofNullable(state).orElse("")),
        since,
        shown(Optional.ofNullable(reason).orElse("")),
        told.runbook());
  }

  private static String shown(String text) {
    return DisplayText.of(text, AlarmReport.TEXT_LENGTH_MAX);
  }

  /** A state that nobody knew when this was written is no good news. */
  private static AlarmLevel level(String state) {
    return switch (state) {
      case "OK" -> AlarmLevel.OK;
      case "ALARM" -> AlarmLevel.ALARM;
      default -> AlarmLevel.INSUFFICIENT_DATA;
    };
  }
}

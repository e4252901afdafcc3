package dev.rampart.adapter.out.logs;

import static dev.rampart.adapter.out.logs.AskedLogs.lines;
import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static dev.rampart.domain.detection.signal.SignalExamples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.tuning.LineSignals;
import dev.rampart.domain.detection.tuning.Recording;
import dev.rampart.domain.port.out.MovableClock;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** A line of these logs is the seconds after noon at which something suspicious happened. */
final class CloudWatchRecordedSignalsTest {
  private static final TimeSpan HOUR = new TimeSpan(NOON, NOON.plus(Duration.ofHours(1)));

  private final MovableClock clock = new MovableClock(HOUR.to());
  private final AskedLogs cloudWatch = new AskedLogs();
  private final CloudWatchRecordedSignals recorded =
      new CloudWatchRecordedSignals(
          cloudWatch.client,
          AskedLogs.LOGS,
          CloudWatchRecordedSignalsTest::read,
          Duration.ofSeconds(9),
          clock);

  private static Optional<LineSignals> read(String group, String id, String line) {
    return Optional.of(
        new LineSignals(
            List.of(at(Long.parseLong(line), group + line)), Optional.empty(), Optional.empty()));
  }

  @Test
  void each_log_is_asked_for_the_lines_that_may_be_signals() {
    cloudWatch.answering(_ -> lines());

    Recording recording = recorded.read(HOUR);

    assertThat(cloudWatch.patterns())
        .contains(
            "firewall ",
            "sign-in { $.message.eventResponse != \"InProgress\" }",
            "api { $.point = \"*\" }",
            "security { $.point = \"*\" }")
        .anyMatch(pattern -> pattern.startsWith("access { ($.status = \"4*\")"));
    assertThat(recording.completeSince()).isEqualTo(HOUR.from());
    assertThat(recording.signals()).isEmpty();
  }

  @Test
  void what_all_logs_tell_is_put_into_one_order() {
    cloudWatch.answering(
        request ->
            request.startTime() > NOON.toEpochMilli()
                ? lines()
                : lines(request.logGroupName().equals("api") ? "5" : "9"));

    assertThat(recorded.read(HOUR).signals())
        .extracting(signal -> signal.id().text())
        .containsExactly("api5", "access9", "firewall9", "security9", "sign-in9");
  }

  @Test
  void what_there_is_no_time_for_is_said() {
    cloudWatch.answering(
        _ -> {
          clock.advance(Duration.ofSeconds(4));
          return lines("1");
        });

    assertThat(recorded.read(HOUR).completeSince()).isAfter(HOUR.from());
  }

  @Test
  void logs_that_do_not_answer_are_unavailable() {
    cloudWatch.answering(
        _ -> {
          throw SdkClientException.create("nobody there");
        });

    assertThatExceptionOfType(PortUnavailable.class).isThrownBy(() -> recorded.read(HOUR));
  }
}

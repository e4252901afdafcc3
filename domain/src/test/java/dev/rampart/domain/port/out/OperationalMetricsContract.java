package dev.rampart.domain.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.monitoring.FunctionCounts;
import dev.rampart.domain.monitoring.LogActivity;
import dev.rampart.domain.monitoring.QueueKind;
import dev.rampart.domain.monitoring.QueueLevel;
import dev.rampart.domain.monitoring.SignalLog;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link OperationalMetrics} owes its callers. */
public interface OperationalMetricsContract {
  Instant NOW = Instant.parse("2026-11-30T12:00:30Z");
  String WORK = "jobs";
  String DEAD = "jobs-dead";
  String FUNCTION = "worker";

  /** Services that count, and what reads their counts. */
  interface CountingServices {
    /** A line was written to a log. */
    void logged(SignalLog log, Instant at);

    /** A queue was looked at. */
    void held(String queue, long messages, Duration oldest, Instant at);

    /** A function was called once. */
    void called(String function, boolean failed, Instant at);

    /** There was no process for a call of a function. */
    void throttled(String function, Instant at);

    /** Returns what is tested: over all logs, the two queues and the function. */
    OperationalMetrics metrics();
  }

  /** Returns services that have counted nothing. */
  CountingServices newServices();

  private static LogActivity log(OperationalMetrics.Reading reading, SignalLog log) {
    return reading.logs().stream().filter(each -> each.log() == log).findAny().orElseThrow();
  }

  @Test
  default void where_nothing_was_counted_nothing_is_made_up() {
    OperationalMetrics.Reading reading = newServices().metrics().read(NOW);

    assertThat(reading.logs())
        .hasSameSizeAs(SignalLog.values())
        .allSatisfy(log -> assertThat(log.lastEventAt()).isEmpty());
    assertThat(reading.queues())
        .containsExactly(
            new QueueLevel(WORK, QueueKind.WORK, Optional.empty(), Optional.empty()),
            new QueueLevel(DEAD, QueueKind.DEAD_LETTERS, Optional.empty(), Optional.empty()));
    assertThat(reading.functions()).containsExactly(new FunctionCounts(FUNCTION, 0, 0, 0));
    assertThat(reading.incomplete()).isEmpty();
  }

  @Test
  default void a_log_was_last_written_to_in_a_minute_or_in_an_hour_of_earlier_days() {
    CountingServices services = newServices();
    services.logged(SignalLog.GATEWAY, NOW.minus(Duration.ofDays(2)));
    services.logged(SignalLog.GATEWAY, NOW.minusSeconds(300));
    services.logged(SignalLog.FIREWALL, NOW.minus(Duration.ofDays(3)));
    services.logged(SignalLog.API, NOW);
    OperationalMetrics.Reading reading = services.metrics().read(NOW);

    assertThat(log(reading, SignalLog.GATEWAY).lastEventAt())
        .hasValue(Instant.parse("2026-11-30T11:55:00Z"));
    assertThat(log(reading, SignalLog.FIREWALL).lastEventAt())
        .hasValue(Instant.parse("2026-11-27T12:00:00Z"));
    assertThat(log(reading, SignalLog.API).lastEventAt())
        .hasValue(Instant.parse("2026-11-30T12:00:00Z"));
    assertThat(log(reading, SignalLog.SIGN_IN).lastEventAt()).isEmpty();
  }

  @Test
  default void a_queue_is_as_full_as_it_was_last_seen_and_an_empty_one_has_no_oldest_message() {
    CountingServices services = newServices();
    services.held(WORK, 7, Duration.ofSeconds(90), NOW.minusSeconds(240));
    services.held(WORK, 3, Duration.ofSeconds(30), NOW.minusSeconds(60));
    services.held(DEAD, 0, Duration.ZERO, NOW.minusSeconds(60));
    List<QueueLevel> queues = services.metrics().read(NOW).queues();

    assertThat(queues)
        .containsExactly(
            new QueueLevel(
                WORK, QueueKind.WORK, Optional.of(3L), Optional.of(Duration.ofSeconds(30))),
            new QueueLevel(DEAD, QueueKind.DEAD_LETTERS, Optional.of(0L), Optional.empty()));
  }

  @Test
  default void the_age_of_dead_letters_is_not_told_since_looking_at_them_changes_it() {
    CountingServices services = newServices();
    services.held(DEAD, 4, Duration.ofSeconds(30), NOW.minusSeconds(60));

    assertThat(services.metrics().read(NOW).queues())
        .contains(new QueueLevel(DEAD, QueueKind.DEAD_LETTERS, Optional.of(4L), Optional.empty()));
  }

  @Test
  default void the_calls_of_the_last_hour_are_counted_and_no_others() {
    CountingServices services = newServices();
    services.called(FUNCTION, true, NOW.minus(Duration.ofHours(2)));
    services.called(FUNCTION, true, NOW.minus(Duration.ofMinutes(50)));
    services.called(FUNCTION, false, NOW.minusSeconds(120));
    services.called(FUNCTION, false, NOW.minusSeconds(120));
    services.throttled(FUNCTION, NOW.minusSeconds(120));

    assertThat(services.metrics().read(NOW).functions())
        .containsExactly(new FunctionCounts(FUNCTION, 3, 1, 1));
  }
}

package dev.rampart.local.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.protocol.lambda.AsyncInvocation;
import dev.rampart.local.supervision.Fault;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** When functions are invoked, with what, and what becomes of invocations that fail. */
final class SchedulesTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final ScheduleBench bench = new ScheduleBench(ScheduleBench.TEMPLATE);

  @Test
  void a_schedule_invokes_at_once_and_then_at_its_rate() {
    bench.begin();
    assertThat(bench.minutely()).containsExactly("{\"tick\": \"2026-11-29T12:00:20Z\"}");

    bench.after(Duration.ofSeconds(59));
    assertThat(bench.minutely()).hasSize(1);

    bench.after(Duration.ofSeconds(1)).after(MINUTE);
    assertThat(bench.minutely())
        .containsExactly(
            "{\"tick\": \"2026-11-29T12:00:20Z\"}",
            "{\"tick\": \"2026-11-29T12:01:20Z\"}",
            "{\"tick\": \"2026-11-29T12:02:20Z\"}");
    assertThat(bench.events.get("Hourly")).containsExactly("\"hour\"");
  }

  @Test
  void nothing_is_invoked_before_it_begins() {
    bench.after(Duration.ofHours(1));
    assertThat(bench.events).isEmpty();
  }

  @Test
  void a_schedule_that_is_disabled_invokes_nothing() {
    ScheduleBench disabled =
        new ScheduleBench(ScheduleBench.TEMPLATE.replace("State: ENABLED", "State: DISABLED"));

    disabled.begin().after(MINUTE);

    assertThat(disabled.minutely()).isEmpty();
    assertThat(disabled.events).containsKey("Hourly");
  }

  @Test
  void a_clock_that_jumps_makes_one_invocation_for_the_last_time() {
    bench.begin().after(Duration.ofMinutes(90)).after(Duration.ofSeconds(1));

    assertThat(bench.minutely()).hasSize(2);
    assertThat(bench.minutely().getLast()).contains("2026-11-29T13:30:20Z");
    assertThat(bench.events.get("Hourly")).hasSize(2);

    bench.after(MINUTE);
    assertThat(bench.minutely()).hasSize(3);
    assertThat(bench.minutely().getLast()).contains("2026-11-29T13:31:20Z");
  }

  @Test
  void a_clock_that_is_moved_makes_one_invocation_when_it_has_arrived() {
    bench.begin();
    bench.schedules.moving(
        () -> {
          for (int minute = 0; minute < 59; minute++) {
            bench.pass(MINUTE);
          }
          assertThat(bench.minutely()).hasSize(1);
        });

    assertThat(bench.minutely()).hasSize(2);
    assertThat(bench.minutely().getLast()).contains("2026-11-29T12:59:20Z");
    assertThat(bench.events.get("Hourly")).hasSize(1);
  }

  @Test
  void each_attempt_has_its_own_values() {
    ScheduleBench described =
        new ScheduleBench(
            ScheduleBench.TEMPLATE.replace(
                "<aws.scheduler.scheduled-time>",
                "<aws.scheduler.schedule-arn> <aws.scheduler.execution-id>"
                    + " <aws.scheduler.attempt-number>"));
    described.answers.add(new AsyncInvocation.Throttled());

    described.begin().runWaiting();

    assertThat(described.minutely().getFirst())
        .matches("\\{\"tick\": \"arn:aws:scheduler:.*:schedule/default/minutely [0-9a-f]{16} 2\"}");
  }

  @Test
  void what_is_not_taken_is_tried_again_after_twice_as_long() {
    bench.answers.add(new AsyncInvocation.Throttled());
    bench.begin();
    bench.answers.add(new AsyncInvocation.Throttled());
    bench.runWaiting();

    assertThat(bench.waits).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(bench.minutely()).hasSize(1);
    assertThat(bench.letters).isEmpty();
  }

  @Test
  void what_is_refused_to_the_last_is_a_dead_letter_that_says_why() {
    bench.schedules.begin();
    bench.answers.addAll(
        Collections.nCopies(3, new AsyncInvocation.NotPermitted("the role may not")));
    bench.schedules.invokeDue();
    bench.runWaiting();

    assertThat(bench.letterBodies).containsExactly("{\"tick\": \"2026-11-29T12:00:20Z\"}");
    assertThat(bench.letter("ERROR_CODE")).isEqualTo("AccessDeniedException");
    assertThat(bench.letter("ERROR_MESSAGE")).isEqualTo("the role may not");
    assertThat(bench.letter("EXHAUSTED_RETRY_CONDITION")).isEqualTo("MaximumRetryAttempts");
    assertThat(bench.letter("RETRY_ATTEMPTS")).isEqualTo("2");
    assertThat(bench.letter("SCHEDULED_TIME")).isEqualTo("2026-11-29T12:00:20Z");
    assertThat(bench.letter("SCHEDULE_ARN")).endsWith(":schedule/default/minutely");
    assertThat(bench.letter("TARGET_ARN")).endsWith(":function:fn");
    assertThat(bench.letter("IS_PAYLOAD_TRUNCATED")).isEqualTo("false");
    assertThat(bench.letter("EXECUTION_ID")).matches("[0-9a-f]{16}");
  }

  @Test
  void what_is_too_old_is_not_tried_again() {
    bench.answers.add(new AsyncInvocation.NotFound());
    bench.begin();
    bench.pass(MINUTE);
    bench.answers.add(new AsyncInvocation.NotFound());
    bench.runWaiting();

    assertThat(bench.letter("ERROR_CODE")).isEqualTo("ResourceNotFoundException");
    assertThat(bench.letter("EXHAUSTED_RETRY_CONDITION")).isEqualTo("MaximumEventAgeInSeconds");
    assertThat(bench.letter("RETRY_ATTEMPTS")).isEqualTo("1");
  }

  @Test
  void what_is_lost_is_told_until_the_schedule_works_again() {
    bench.queueIsClosed = true;
    bench.schedules.begin();
    bench.answers.addAll(Collections.nCopies(3, new AsyncInvocation.Throttled()));
    bench.schedules.invokeDue();
    bench.runWaiting();

    assertThat(bench.schedules.fault())
        .map(Fault::cause)
        .get()
        .asString()
        .startsWith("an event of Minutely is lost: the dead-letter queue does not take it");

    bench.after(MINUTE);
    assertThat(bench.schedules.fault()).isEmpty();
  }

  @Test
  void a_schedule_that_breaks_stops_no_other_and_makes_no_storm() {
    bench.broken.add("Minutely");
    bench.begin();
    bench.runWaiting();

    assertThat(bench.events.get("Hourly")).hasSize(1);
    assertThat(bench.letters).hasSize(1);
    assertThat(bench.letter("ERROR_CODE")).isEqualTo("ServiceException");

    bench.after(Duration.ZERO);
    bench.runWaiting();
    assertThat(bench.letters).hasSize(1);
  }

  @Test
  void more_events_than_there_is_room_for_do_not_wait() {
    bench.schedules.begin();
    for (int i = 0; i <= ScheduleDelivery.WAITING_MAX; i++) {
      bench.answers.add(new AsyncInvocation.Throttled());
      bench.after(MINUTE);
    }

    assertThat(bench.waits).hasSize(ScheduleDelivery.WAITING_MAX);
    assertThat(bench.letters).hasSize(1);
  }
}

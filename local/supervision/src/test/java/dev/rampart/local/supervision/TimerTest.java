package dev.rampart.local.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A timer goes by a clock, which may be moved. */
final class TimerTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

  private final RunClock clock = new RunClock(Clock.fixed(NOON, ZoneOffset.UTC));
  private final BlockingQueue<String> ran = new LinkedBlockingQueue<>();

  private String next() throws InterruptedException {
    return String.valueOf(ran.poll(30, TimeUnit.SECONDS));
  }

  @Test
  void what_has_no_delay_runs_at_once() throws InterruptedException {
    try (Timer timer = new Timer(clock)) {
      timer.run(Duration.ZERO, () -> ran.add("now"));
      assertThat(next()).isEqualTo("now");
    }
  }

  @Test
  void what_waits_runs_when_the_clock_is_there() throws InterruptedException {
    try (Timer timer = new Timer(clock)) {
      timer.run(Duration.ofHours(2), () -> ran.add("two hours"));
      timer.run(Duration.ofHours(1), () -> ran.add("one hour"));
      clock.forward(Duration.ofMinutes(90));
      assertThat(next()).isEqualTo("one hour");
      assertThat(ran).isEmpty();
      clock.forward(Duration.ofMinutes(30));
      assertThat(next()).isEqualTo("two hours");
    }
  }

  @Test
  void a_task_that_cannot_be_started_is_kept_and_the_others_run() throws InterruptedException {
    Set<Runnable> refused = ConcurrentHashMap.newKeySet();
    Runnable first = () -> ran.add("first");
    Runnable atOnce = () -> ran.add("at once");
    try (Timer timer =
        new Timer(
            clock,
            task -> {
              if ((task == first || task == atOnce) && refused.add(task)) {
                throw new IllegalStateException("no thread");
              }
              task.run();
            })) {
      timer.run(Duration.ofMinutes(1), first);
      timer.run(Duration.ofMinutes(2), () -> ran.add("second"));
      timer.run(Duration.ZERO, atOnce);
      clock.forward(Duration.ofSeconds(1));
      assertThat(next()).isEqualTo("at once");
      clock.forward(Duration.ofMinutes(2));
      assertThat(next()).isEqualTo("second");
      clock.forward(Duration.ofSeconds(1));
      assertThat(next()).isEqualTo("first");
    }
  }

  @Test
  void a_closed_timer_runs_nothing() {
    Timer timer = new Timer(clock);
    timer.close();
    timer.run(Duration.ZERO, () -> ran.add("late"));
    assertThat(ran).isEmpty();
  }

  @Test
  void a_clock_moves_forward_only() {
    clock.forward(Duration.ofDays(1));
    assertThat(clock.instant()).isEqualTo(NOON.plus(Duration.ofDays(1)));
    assertThat(clock.ahead()).isEqualTo(Duration.ofDays(1));
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> clock.forward(Duration.ofSeconds(-1)));
  }
}

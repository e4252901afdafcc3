package dev.rampart.local.identity.directory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.identity.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class LockoutTest {
  private static final int NAMES_MAX = 10_000;

  private final TestClock clock = new TestClock();
  private final Lockout lockout = new Lockout(clock);

  @Test
  void four_failures_lock_nothing_and_the_fifth_locks_for_a_second() {
    fail(4);
    assertThat(lockout.isLocked("ann")).isFalse();
    fail(1);
    assertThat(lockout.isLocked("ann")).isTrue();
    assertThat(lockout.isLocked("bob")).isFalse();
    clock.move(Duration.ofSeconds(1));
    assertThat(lockout.isLocked("ann")).isFalse();
  }

  @Test
  void each_further_failure_doubles_the_lock_up_to_a_quarter_of_an_hour() {
    fail(5);
    for (long seconds : new long[] {2, 4, 8, 16, 32, 64, 128, 256, 512, 900}) {
      clock.move(Duration.ofSeconds(seconds == 900 ? 512 : seconds / 2));
      fail(1);
      clock.move(Duration.ofSeconds(seconds - 1));
      assertThat(lockout.isLocked("ann")).isTrue();
      clock.move(Duration.ofSeconds(-(seconds - 1)));
    }
  }

  @Test
  void a_success_or_a_quiet_quarter_of_an_hour_clears_the_count() {
    fail(4);
    lockout.succeeded("ann");
    fail(4);
    assertThat(lockout.isLocked("ann")).isFalse();
    clock.move(Duration.ofMinutes(15));
    fail(4);
    assertThat(lockout.isLocked("ann")).isFalse();
    fail(1);
    assertThat(lockout.isLocked("ann")).isTrue();
  }

  @Test
  void the_name_that_was_tried_longest_ago_is_forgotten_for_one_too_many() {
    fail(5);
    for (int i = 1; i < NAMES_MAX; i++) {
      lockout.failed("name" + i);
    }
    assertThat(lockout.isLocked("ann")).isTrue();
    for (int i = 0; i < NAMES_MAX; i++) {
      lockout.failed("other" + i);
    }
    assertThat(lockout.isLocked("ann")).isFalse();
  }

  private void fail(int times) {
    for (int i = 0; i < times; i++) {
      lockout.failed("ann");
    }
  }
}

package dev.rampart.domain.detection.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class RhythmTest {
  private static final int ROUNDS = 200;

  @Test
  void a_timer_is_regular_though_it_drifts() {
    Random random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      SubjectState state = new SubjectState();
      for (int i = 0; i < 30; i++) {
        add(state, 60 * i + random.nextDouble() * 6, i);
      }
      assertThat(rhythm(state).regularity()).isGreaterThan(0.95);
    }
  }

  @Test
  void events_that_do_not_know_of_each_other_are_not_regular() {
    Random random = new Random(2);
    double sum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      SubjectState state = new SubjectState();
      double seconds = 0;
      for (int i = 0; i < 40; i++) {
        seconds += -40 * Math.log(1 - random.nextDouble());
        add(state, seconds, i);
      }
      double regularity = rhythm(state).regularity();
      sum += regularity;
      assertThat(regularity).isLessThan(0.6);
    }
    assertThat(sum / ROUNDS).isCloseTo(0.2, within(0.1));
  }

  @Test
  void a_few_gaps_change_little() {
    SubjectState state = new SubjectState();
    for (int i = 0; i < 40; i++) {
      add(state, 60 * i + (i >= 20 ? 600 : 0), i);
    }
    assertThat(rhythm(state).regularity()).isGreaterThan(0.9);
  }

  @Test
  void a_timer_that_tries_a_few_times_in_a_row_ticks_once() {
    SubjectState state = new SubjectState();
    for (int i = 0; i < 30; i++) {
      add(state, 60 * (i / 3) + i % 3, i);
    }
    assertThat(rhythm(state).regularity()).isEqualTo(1);
  }

  @Test
  void three_distances_tell_something_and_two_do_not() {
    SubjectState state = timer(3, 10);
    assertThat(rhythm(state).regularity()).isZero();
    add(state, 30, 3);
    assertThat(rhythm(state).regularity()).isEqualTo(1);
  }

  @Test
  void the_mean_is_that_of_the_last_distances() {
    SubjectState state = timer(10, 100);
    add(state, 902, 10);
    add(state, 904, 11);

    assertThat(rhythm(state).meanSeconds(2)).isEqualTo(2);
    assertThat(rhythm(state).meanSeconds(Integer.MAX_VALUE)).isCloseTo(904 / 11.0, within(1e-9));
    assertThat(rhythm(state).meanSeconds(100))
        .isEqualTo(rhythm(state).meanSeconds(Integer.MAX_VALUE));
  }

  @Test
  void one_signal_is_as_slow_as_can_be() {
    assertThat(rhythm(timer(1, 1)).meanSeconds(Integer.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
    assertThat(rhythm(timer(2, 1)).meanSeconds(Integer.MAX_VALUE)).isEqualTo(1);
  }

  @Test
  void only_the_newest_half_hours_have_a_rhythm() {
    SubjectState state = timer(10, 1);
    add(state, 4 * 3_600, 10);

    assertThat(rhythm(state).meanSeconds(Integer.MAX_VALUE)).isEqualTo(Double.MAX_VALUE);
  }

  private static Rhythm rhythm(SubjectState state) {
    return new Rhythm(state, state.recentCount());
  }

  private static SubjectState timer(int count, int everySeconds) {
    SubjectState state = new SubjectState();
    for (int i = 0; i < count; i++) {
      add(state, (double) i * everySeconds, i);
    }
    return state;
  }

  private static void add(SubjectState state, double seconds, int n) {
    assertThat(state.add(Observations.at(Duration.ofMillis(Math.round(1_000 * seconds)), n)))
        .isTrue();
  }
}

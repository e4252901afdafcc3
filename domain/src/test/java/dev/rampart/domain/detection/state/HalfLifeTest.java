package dev.rampart.domain.detection.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class HalfLifeTest {
  private static final double ERROR_PERCENT = 0.5;
  private static final int HALF_LIVES_PER_EPOCH = 16;

  /** The start of an epoch of both half-lives. */
  private static final long EPOCH_START = 90 * HalfLife.SLOW.epochLength().toMillis();

  @ParameterizedTest
  @EnumSource
  void what_was_added_counts_half_after_each_half_life(HalfLife halfLife) {
    long sum = halfLife.addition(EPOCH_START, 1);

    assertThat(halfLife.value(sum, 0, EPOCH_START)).isEqualTo(1);
    for (int lives = 1; lives < HALF_LIVES_PER_EPOCH; lives++) {
      assertThat(halfLife.value(sum, 0, EPOCH_START + lives * millis(halfLife)))
          .isCloseTo(Math.pow(2, -lives), withPercentage(ERROR_PERCENT));
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_end_of_an_epoch_forgets_nothing(HalfLife halfLife) {
    long last = EPOCH_START - 1;
    long sum = halfLife.addition(last, 1);

    assertThat(halfLife.value(sum, 0, last)).isCloseTo(1, withPercentage(ERROR_PERCENT));
    assertThat(halfLife.value(0, sum, EPOCH_START)).isCloseTo(1, withPercentage(ERROR_PERCENT));
    assertThat(halfLife.value(0, sum, EPOCH_START + millis(halfLife)))
        .isCloseTo(0.5, withPercentage(ERROR_PERCENT));
  }

  @ParameterizedTest
  @EnumSource
  void what_is_older_than_the_epoch_before_counts_nothing(HalfLife halfLife) {
    long sum = halfLife.addition(EPOCH_START - 1, 1);

    assertThat(halfLife.value(0, sum, EPOCH_START + halfLife.epochLength().toMillis() - 1))
        .isCloseTo(0, within(2e-5));
  }

  @Property(tries = 500)
  void a_late_event_counts_as_if_it_had_come_in_time(
      @ForAll HalfLife halfLife,
      @ForAll @LongRange(min = 0, max = 1L << 41) long now,
      @ForAll @Size(min = 1, max = 20)
          List<@DoubleRange(min = 0, max = HALF_LIVES_PER_EPOCH) Double> ages,
      @ForAll @DoubleRange(min = 0.5, max = 16) double weight) {
    long epoch = Math.floorDiv(now, halfLife.epochLength().toMillis());
    long sum = 0;
    long before = 0;
    double exact = 0;
    for (double age : ages) {
      long time = now - Math.round(age * millis(halfLife));
      long addition = halfLife.addition(time, weight);
      boolean current = Math.floorDiv(time, halfLife.epochLength().toMillis()) == epoch;
      sum += current ? addition : 0;
      before += current ? 0 : addition;
      exact += weight * Math.pow(2, -(now - time) / (double) millis(halfLife));
    }

    assertThat(halfLife.value(sum, before, now)).isCloseTo(exact, withPercentage(ERROR_PERCENT));
  }

  @Property(tries = 200)
  void one_addition_leaves_room_for_a_hundred_thousand_of_the_largest(
      @ForAll HalfLife halfLife,
      @ForAll @LongRange(min = 0, max = 1L << 41) long time,
      @ForAll @IntRange(min = 1, max = 16) int weight) {
    assertThat(halfLife.addition(time, weight)).isBetween(1L, Long.MAX_VALUE / 100_000);
  }

  private static long millis(HalfLife halfLife) {
    return halfLife.epochLength().toMillis() / HALF_LIVES_PER_EPOCH;
  }
}

package dev.rampart.domain.detection.state;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class StoredPeriodTest {
  @Property(tries = 500)
  void a_number_is_known_by_its_last_digits_from_any_that_is_near(
      @ForAll @LongRange(min = 1_000, max = 40_000_000) long period,
      @ForAll @IntRange(min = 1, max = 2) int digits,
      @ForAll @LongRange(min = -17, max = 17) long away) {
    String stored = StoredPeriod.lastDigits(period, digits);
    assertThat(stored.length()).isLessThanOrEqualTo(digits);
    assertThat(StoredPeriod.number(stored, digits, period + away)).isEqualTo(period);
  }

  @Test
  void all_digits_are_the_number_itself() {
    String stored = StoredPeriod.lastDigits(29_922_000, 12);
    assertThat(StoredPeriod.number(stored, 12, 29_922_001)).isEqualTo(29_922_000);
  }
}

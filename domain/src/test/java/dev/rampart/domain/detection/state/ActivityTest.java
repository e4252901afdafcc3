package dev.rampart.domain.detection.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ActivityTest {
  /** The first half hour of a span. */
  private static final long SPAN = 15_500L * Periods.HALF_HOURS_PER_SPAN;

  @Test
  void one_half_hour_is_its_own_start() {
    Activity activity = activity(SPAN + 10, SPAN + 10);

    assertThat(activity.start()).isEqualTo(SPAN + 10);
    assertThat(activity.halfHours()).isEqualTo(1);
    assertThat(activity.hoursKnown()).isZero();
  }

  @Test
  void after_two_silent_hours_a_new_activity_begins_and_after_less_it_does_not() {
    assertThat(activity(SPAN + 14, SPAN + 10, SPAN + 14).start()).isEqualTo(SPAN + 10);
    assertThat(activity(SPAN + 15, SPAN + 10, SPAN + 15).start()).isEqualTo(SPAN + 15);
  }

  @Test
  void an_activity_goes_on_from_one_short_silence_to_the_next() {
    assertThat(activity(SPAN + 20, SPAN + 9, SPAN + 12, SPAN + 16, SPAN + 20).start())
        .isEqualTo(SPAN + 9);
  }

  @Test
  void an_activity_goes_on_from_one_span_to_the_next() {
    assertThat(activity(SPAN + 1, SPAN - 3, SPAN - 1, SPAN + 1).start()).isEqualTo(SPAN - 3);
    assertThat(activity(SPAN, SPAN - 4, SPAN).start()).isEqualTo(SPAN - 4);
    assertThat(activity(SPAN, SPAN - 5, SPAN).start()).isEqualTo(SPAN);
    assertThat(activity(SPAN + 2, SPAN, SPAN + 2).start()).isEqualTo(SPAN);
  }

  @Test
  void half_hours_of_this_span_and_of_the_one_before_are_known_and_none_before() {
    long[] all = new long[3 * Periods.HALF_HOURS_PER_SPAN];
    for (int i = 0; i < all.length; i++) {
      all[i] = SPAN - 2 * Periods.HALF_HOURS_PER_SPAN + i;
    }
    long now = all[all.length - 1];
    Activity activity = activity(now, all);

    assertThat(activity.halfHours()).isEqualTo(2 * Periods.HALF_HOURS_PER_SPAN);
    assertThat(activity.start()).isEqualTo(SPAN - Periods.HALF_HOURS_PER_SPAN);
    assertThat(activity.hoursKnown()).isEqualTo(63.5);
  }

  @Test
  void hours_are_known_from_the_first_half_hour_on_whatever_silence_follows() {
    assertThat(activity(SPAN + 30, SPAN + 10, SPAN + 30).hoursKnown()).isEqualTo(10);
    assertThat(activity(SPAN + 2, SPAN - 20, SPAN + 2).hoursKnown()).isEqualTo(11);
  }

  private static Activity activity(long now, long... halfHours) {
    Cells cells = new Cells();
    for (long halfHour : halfHours) {
      cells.addMember(
          CellType.ACTIVE.name(halfHour * Periods.HALF_HOUR_MILLIS),
          (int) (halfHour % Periods.HALF_HOURS_PER_SPAN));
    }
    return new Activity(cells, now * Periods.HALF_HOUR_MILLIS);
  }
}

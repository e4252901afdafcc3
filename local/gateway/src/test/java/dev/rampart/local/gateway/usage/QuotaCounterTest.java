package dev.rampart.local.gateway.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.gateway.usage.QuotaCounter.Day;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

final class QuotaCounterTest {
  /** A Tuesday. */
  private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

  @Test
  void each_day_tells_what_was_used_and_what_was_left() {
    QuotaCounter counter = weekly(5, 1);
    assertThat(counter.take(NOW)).isTrue();
    assertThat(counter.take(NOW)).isTrue();
    assertThat(counter.take(NOW.plus(Duration.ofDays(2)))).isTrue();
    assertThat(counter.take(NOW.plus(Duration.ofDays(7)))).isTrue();

    assertThat(counter.days(TODAY.minusDays(1), TODAY.plusDays(8)))
        .containsExactly(
            new Day(0, 4),
            new Day(2, 2),
            new Day(0, 2),
            new Day(1, 1),
            new Day(0, 1),
            new Day(0, 1),
            new Day(0, 1),
            new Day(0, 5),
            new Day(1, 4),
            new Day(0, 4));
  }

  @Test
  void what_is_refused_is_not_counted() {
    QuotaCounter counter = weekly(1, 0);
    assertThat(counter.take(NOW)).isTrue();
    assertThat(counter.take(NOW)).isFalse();
    assertThat(counter.days(TODAY, TODAY)).containsExactly(new Day(1, 0));
  }

  @Test
  void what_is_granted_holds_until_the_period_ends() {
    QuotaCounter counter = weekly(1, 0);
    counter.grant(2, NOW);
    assertThat(counter.take(NOW)).isTrue();
    assertThat(counter.take(NOW)).isTrue();
    assertThat(counter.take(NOW)).isFalse();
    Instant next = NOW.plus(Duration.ofDays(7));
    assertThat(counter.take(next)).isTrue();
    assertThat(counter.take(next)).isFalse();
  }

  @Test
  void a_clock_that_is_set_back_opens_no_period_again() {
    QuotaCounter counter = weekly(1, 0);
    Instant next = NOW.plus(Duration.ofDays(7));
    assertThat(counter.take(next)).isTrue();
    assertThat(counter.take(NOW)).isFalse();
    assertThat(counter.take(next)).isFalse();
  }

  @Property
  void no_week_has_more_than_its_limit_and_memory_is_bounded(
      @ForAll @IntRange(max = 5) int limit,
      @ForAll @Size(max = 400) List<@IntRange(min = 0, max = 48) Integer> hours) {
    QuotaCounter counter = weekly(limit, 0);
    Instant now = NOW;
    for (int step : hours) {
      now = now.plus(Duration.ofHours(step));
      boolean _ = counter.take(now);
    }
    LocalDate monday = LocalDate.of(2026, 11, 23);
    for (int week = 0; week < 120; week++) {
      LocalDate start = monday.plusWeeks(week);
      long used = counter.days(start, start.plusDays(6)).stream().mapToLong(Day::used).sum();
      assertThat(used).isLessThanOrEqualTo(limit);
    }
    long remembered =
        counter.days(TODAY, TODAY.plusDays(900)).stream().filter(day -> day.used() > 0).count();
    assertThat(remembered).isLessThanOrEqualTo(QuotaCounter.DAYS_MAX);
  }

  private static QuotaCounter weekly(int limit, int offset) {
    return new QuotaCounter(new Quota(limit, offset, Quota.Period.WEEK), NOW);
  }
}

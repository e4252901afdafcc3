package dev.rampart.domain.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link NotificationBudget} owes its callers. */
public interface NotificationBudgetContract {
  /** An hour in the tests. */
  Instant HOUR = Instant.parse("2026-11-24T12:00:00Z");

  /** Returns a budget of which nothing was taken. */
  NotificationBudget newNotificationBudget();

  @Test
  default void each_one_taken_leaves_one_less_until_none_is_left() {
    NotificationBudget budget = newNotificationBudget();
    assertThat(budget.take(HOUR, 2)).hasValue(1);
    assertThat(budget.take(HOUR, 2)).hasValue(0);
    assertThat(budget.take(HOUR, 2)).isEmpty();
    assertThat(budget.take(HOUR, 2)).isEmpty();
  }

  @Test
  default void who_may_take_more_finds_what_others_left() {
    NotificationBudget budget = newNotificationBudget();
    assertThat(budget.take(HOUR, 1)).hasValue(0);
    assertThat(budget.take(HOUR, 1)).isEmpty();
    assertThat(budget.take(HOUR, 3)).hasValue(1);
  }

  @Test
  default void each_hour_has_its_own() {
    NotificationBudget budget = newNotificationBudget();
    assertThat(budget.take(HOUR, 1)).hasValue(0);
    assertThat(budget.take(HOUR.plus(Duration.ofHours(1)), 1)).hasValue(0);
  }

  @Test
  default void what_is_given_back_can_be_taken_again() {
    NotificationBudget budget = newNotificationBudget();
    assertThat(budget.take(HOUR, 1)).hasValue(0);
    budget.giveBack(HOUR);
    assertThat(budget.take(HOUR, 1)).hasValue(0);
    assertThat(budget.take(HOUR, 1)).isEmpty();
  }

  @Test
  default void many_at_once_take_no_more_than_there_are() {
    NotificationBudget budget = newNotificationBudget();
    List<OptionalInt> taken =
        IntStream.range(0, 40).parallel().mapToObj(_ -> budget.take(HOUR, 7)).toList();
    assertThat(taken.stream().flatMapToInt(OptionalInt::stream).sorted())
        .containsExactly(0, 1, 2, 3, 4, 5, 6);
  }
}

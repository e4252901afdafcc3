package dev.rampart.local.stack.control;

import dev.rampart.local.supervision.Loop;
import dev.rampart.local.supervision.RunClock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Does something at the end of each minute of a clock, in order and without leaving one out, also
 * when the clock is moved: then it goes from minute to minute. Safe for use by many threads.
 */
public final class Minutes implements AutoCloseable {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  /** As long as metrics are kept: of a longer sleep the beginning is forgotten. */
  public static final Duration MOVE_MAX = Duration.ofDays(15);

  private final RunClock clock;
  private final Consumer<Instant> task;
  private Instant next;
  private Optional<Loop> loop = Optional.empty();

  /**
   * Makes the minutes, from the next on.
   *
   * @param task gets the end of each minute
   */
  public Minutes(RunClock clock, Consumer<Instant> task) {
    this.clock = clock;
    this.task = task;
    this.next = clock.instant().truncatedTo(ChronoUnit.MINUTES).plus(MINUTE);
  }

  /** Starts to follow the clock. */
  public synchronized void start() {
    loop =
        Optional.of(
            Loop.start(
                "The evaluation of alarms",
                () -> {
                  catchUp();
                  return Optional.of(LOOK_AGAIN);
                },
                clock));
  }

  private synchronized void catchUp() {
    Instant now = clock.instant();
    if (next.isBefore(now.minus(MOVE_MAX))) {
      next = now.truncatedTo(ChronoUnit.MINUTES);
    }
    while (!next.isAfter(now)) {
      Instant end = next;
      next = end.plus(MINUTE);
      task.accept(end);
    }
  }

  /**
   * Moves the clock forward, from minute to minute.
   *
   * @throws IllegalArgumentException if that is back, or more than {@link #MOVE_MAX}
   */
  public synchronized void move(Duration by) {
    if (by.isNegative() || by.compareTo(MOVE_MAX) > 0) {
      throw new IllegalArgumentException(
          "The clock moves forward by at most %d days at once, and never back."
              .formatted(MOVE_MAX.toDays()));
    }
    Instant end = clock.instant().plus(by);
    while (!next.isAfter(end)) {
      forwardTo(next);
      catchUp();
    }
    forwardTo(end);
  }

  private void forwardTo(Instant time) {
    Duration left = Duration.between(clock.instant(), time);
    if (left.isPositive()) {
      clock.forward(left);
    }
  }

  /** Does not follow the clock any more. */
  @Override
  public synchronized void close() {
    loop.ifPresent(Loop::close);
  }
}

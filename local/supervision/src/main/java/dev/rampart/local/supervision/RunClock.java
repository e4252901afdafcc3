package dev.rampart.local.supervision;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Consumer;

/** A clock that can be moved forward, and never back. Safe for use by many threads. */
public final class RunClock extends Clock {
  private final Clock base;
  private volatile Duration ahead = Duration.ZERO;
  private Consumer<Duration> follower = _ -> {};

  /**
   * Makes a clock that is not ahead yet.
   *
   * @param base what it goes by
   */
  public RunClock(Clock base) {
    this.base = base.withZone(ZoneOffset.UTC);
  }

  @Override
  public Instant instant() {
    return base.instant().plus(ahead);
  }

  /** Returns how far it is ahead of what it goes by. */
  public Duration ahead() {
    return ahead;
  }

  /**
   * Moves it forward.
   *
   * @throws IllegalArgumentException if that would be back
   */
  public synchronized void forward(Duration by) {
    if (by.isNegative()) {
      throw new IllegalArgumentException("A clock is not moved back: " + by);
    }
    ahead = ahead.plus(by);
    follower.accept(ahead);
  }

  /**
   * Has something follow, instead of what followed before.
   *
   * @param next gets how far the clock is ahead, now and whenever it is moved
   */
  public synchronized void followedBy(Consumer<Duration> next) {
    follower = next;
    follower.accept(ahead);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  /** The local run has one zone. */
  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}

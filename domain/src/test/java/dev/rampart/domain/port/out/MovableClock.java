package dev.rampart.domain.port.out;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class MovableClock implements InstantSource {
  private final AtomicReference<Instant> now;

  public MovableClock(Instant start) {
    now = new AtomicReference<>(start);
  }

  /** Moves on. */
  public void advance(Duration span) {
    now.updateAndGet(instant -> instant.plus(span));
  }

  @Override
  public Instant instant() {
    return now.get();
  }
}

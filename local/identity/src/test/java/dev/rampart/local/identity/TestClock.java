package dev.rampart.local.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves. */
public final class TestClock implements InstantSource {
  private volatile Instant now = Instant.parse("2026-11-24T10:00:05Z");

  @Override
  public Instant instant() {
    return now;
  }

  public void move(Duration by) {
    now = now.plus(by);
  }
}

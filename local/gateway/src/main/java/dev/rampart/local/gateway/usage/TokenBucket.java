package dev.rampart.local.gateway.usage;

import dev.rampart.local.gateway.definition.Throttle;
import java.time.Duration;
import java.time.Instant;

/**
 * A token bucket: full at first, one token less with each request, and refilled steadily up to the
 * burst ("Throttle requests to your REST APIs": the rate is that at which tokens are added, the
 * burst is the capacity). Safe for many threads.
 */
final class TokenBucket {
  /** Refilling in many small steps rounds, and that is not to cost a token. */
  private static final double ROUNDING = 1e-6;

  private static final double NANOS_PER_SECOND = 1e9;

  private final Throttle throttle;
  private double tokens;
  private Instant filled;

  TokenBucket(Throttle throttle, Instant now) {
    this.throttle = throttle;
    this.tokens = throttle.burst();
    this.filled = now;
  }

  /** Takes a token; returns whether there was one. */
  synchronized boolean take(Instant now) {
    fill(now);
    if (tokens < 1 - ROUNDING) {
      return false;
    }
    tokens = Math.max(0, tokens - 1);
    return true;
  }

  private void fill(Instant now) {
    // A clock that was set back gives nothing, and takes nothing away.
    if (now.isAfter(filled)) {
      Duration since = Duration.between(filled, now);
      double seconds = since.getSeconds() + since.getNano() / NANOS_PER_SECOND;
      tokens = Math.min(throttle.burst(), tokens + seconds * throttle.rate());
      filled = now;
    }
  }
}

package dev.rampart.domain.ratelimit;

import java.time.Duration;
import java.time.Instant;

/**
 * What the limit leaves to a requester.
 *
 * @param kind what the requester is known by
 * @param granted whether this request may pass
 * @param counted whether this request was counted; one is not if the window was known to be used up
 * @param remaining requests that may still pass in this window, without this one; at least 0
 * @param reset how long until the next window begins; more than zero
 */
public record Allowance(
    RequestLimit limit,
    CallerKind kind,
    boolean granted,
    boolean counted,
    long remaining,
    Duration reset) {

  /**
   * Returns what is left after a request was counted.
   *
   * @param used requests in the window, with this one
   */
  public static Allowance after(long used, RequestLimit limit, RequestWindow window, Instant now) {
    return new Allowance(
        limit,
        window.requester().kind(),
        used <= limit.quota(),
        true,
        Math.max(0, limit.quota() - used),
        Duration.between(now, window.end()));
  }

  /** Returns what is left in a window that is known to be used up: nothing. */
  public static Allowance usedUp(RequestLimit limit, RequestWindow window, Instant now) {
    return new Allowance(
        limit, window.requester().kind(), false, false, 0, Duration.between(now, window.end()));
  }
}

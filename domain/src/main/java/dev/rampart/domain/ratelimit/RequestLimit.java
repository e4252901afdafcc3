package dev.rampart.domain.ratelimit;

import java.time.Duration;
import java.time.Instant;

/**
 * So many requests of one requester in a fixed window of time. Two windows in a row can let up to
 * twice the quota pass within less than a window; in return one addition counts a request.
 *
 * @param quota the most requests in one window; at least 1
 * @param length of a window; whole seconds, at least one
 */
public record RequestLimit(int quota, Duration length) {
  private static final int HEX_DIGITS = 16;

  /** Digits of a key of which the place of its windows is made. */
  private static final int PLACE_DIGITS = 7;

  /** Rejects what limits nothing or everything. */
  public RequestLimit {
    if (quota < 1
        || length.toSeconds() < 1
        || !length.equals(Duration.ofSeconds(length.toSeconds()))) {
      throw new IllegalArgumentException("a limit is at least one request in whole seconds");
    }
  }

  /**
   * Returns the window of a requester that a time lies in. The windows of different requesters end
   * at different times, so that not everybody who waited comes back at once.
   */
  public RequestWindow window(Requester requester, Instant now) {
    long seconds = length.toSeconds();
    long place = Long.parseLong(requester.key(), 0, PLACE_DIGITS, HEX_DIGITS) % seconds;
    long since = Math.floorMod(now.getEpochSecond() - place, seconds);
    return new RequestWindow(
        requester, Instant.ofEpochSecond(now.getEpochSecond() - since + seconds));
  }
}

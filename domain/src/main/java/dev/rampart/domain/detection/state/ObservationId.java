package dev.rampart.domain.detection.state;

/**
 * What tells an observation apart from others of its subject.
 *
 * @param halfHour since the epoch
 * @param id 40 bits, of which the first 11 are the second within the half hour
 */
public record ObservationId(long halfHour, long id) {
  /** Length of an id, in bytes. */
  public static final int BYTES = 5;

  /** They come again after 27 days. */
  private static final int STORED_DIGITS = 2;

  /** Returns the digits under which the set of ids of a half hour is stored: the last two. */
  public static String storedHalfHour(long halfHour) {
    return StoredPeriod.lastDigits(halfHour, STORED_DIGITS);
  }

  /**
   * Returns the half hour of such digits that is the nearest to a time.
   *
   * @param nearMillis since the epoch
   */
  public static long halfHourOfStored(String digits, long nearMillis) {
    return StoredPeriod.number(digits, STORED_DIGITS, Periods.halfHour(nearMillis));
  }

  /** Returns when it was, to the second, in milliseconds since the epoch. */
  long timeMillis() {
    return halfHour * Periods.HALF_HOUR_MILLIS + Observation.millisWithinHalfHour(id);
  }
}

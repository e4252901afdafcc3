package dev.rampart.domain.detection.state;

/**
 * What tells an observation apart from others of its subject.
 *
 * @param halfHour since the epoch
 * @param id 48 bits, of which the first 11 are the second within the half hour
 */
public record ObservationId(long halfHour, long id) {
  /** Length of an id, in bytes. */
  public static final int BYTES = 6;

  /** Returns when it was, to the second, in milliseconds since the epoch. */
  long timeMillis() {
    return halfHour * Periods.HALF_HOUR_MILLIS + Observation.millisWithinHalfHour(id);
  }
}

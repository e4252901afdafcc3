package dev.rampart.domain.detection.state;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;

/**
 * What the state of one subject keeps of a signal: nothing that it said, but when it was, of which
 * point, and hashes.
 *
 * @param timeMillis since the epoch, by the observer's clock
 * @param id of the signal within its half hour: 11 bits for the second, 37 bits of a hash
 * @param weight how much it adds to a score, see {@link
 *     dev.rampart.domain.detection.signal.Signal#weight}
 * @param target the bucket of what it was after, 0 to 127
 * @param origin the bucket of where it came from, 0 to 127; {@link #UNKNOWN} if it does not matter
 * @param agent the bucket of its user agent, 0 to 127; {@link #UNKNOWN} if it does not matter
 */
public record Observation(
    long timeMillis,
    long id,
    DetectionPoint point,
    double weight,
    int target,
    int origin,
    int agent) {
  /** Stands for a bucket that is not known, or that the subject has no use for. */
  public static final int UNKNOWN = -1;

  private static final int HASH_BITS = 37;
  private static final long HASH_MASK = (1L << HASH_BITS) - 1;
  private static final long MILLIS_PER_SECOND = 1_000;

  /** Returns the id of a signal within its half hour, from 64 bits of a hash of its id. */
  static long id(long timeMillis, long hash) {
    long second = Math.floorMod(timeMillis, Periods.HALF_HOUR_MILLIS) / MILLIS_PER_SECOND;
    return second << HASH_BITS | (hash & HASH_MASK);
  }

  /** Returns the milliseconds within its half hour of a signal with such an id. */
  static long millisWithinHalfHour(long id) {
    return (id >>> HASH_BITS) * MILLIS_PER_SECOND;
  }

  /** Returns what tells it apart from others of its subject. */
  public ObservationId observationId() {
    return new ObservationId(Periods.halfHour(timeMillis), id);
  }

  SignalKind kind() {
    return point.kind();
  }
}

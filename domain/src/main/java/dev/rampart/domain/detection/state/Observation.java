package dev.rampart.domain.detection.state;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;

/**
 * What the state of one subject keeps of a signal: nothing that it said, but when it was, of which
 * point, and hashes.
 *
 * @param timeMillis since the epoch, by the observer's clock
 * @param id of the signal within its half hour: 11 bits for the second, 6 for the point, 23 of a
 *     hash
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

  private static final int HASH_BITS = 23;
  private static final long HASH_MASK = (1L << HASH_BITS) - 1;
  private static final int POINT_BITS = 6;
  private static final int POINT_MASK = (1 << POINT_BITS) - 1;
  private static final int SECOND_SHIFT = HASH_BITS + POINT_BITS;

  /**
   * Points by their number in an id. A new one in their midst shifts those after it; ids are looked
   * at for an hour and a half, so for so long a few late signals may be taken for others.
   */
  private static final DetectionPoint[] POINTS = DetectionPoint.values();

  private static final long MILLIS_PER_SECOND = 1_000;

  /** Returns the id of a signal within its half hour, from 64 bits of a hash of its id. */
  static long id(long timeMillis, DetectionPoint point, long hash) {
    long second = Math.floorMod(timeMillis, Periods.HALF_HOUR_MILLIS) / MILLIS_PER_SECOND;
    return second << SECOND_SHIFT | (long) point.ordinal() << HASH_BITS | (hash & HASH_MASK);
  }

  /** Returns the point of a signal with such an id. */
  static DetectionPoint point(long id) {
    int number = (int) (id >>> HASH_BITS) & POINT_MASK;
    return POINTS[Math.min(number, POINTS.length - 1)];
  }

  /** Returns the milliseconds within its half hour of a signal with such an id. */
  static long millisWithinHalfHour(long id) {
    return (id >>> SECOND_SHIFT) * MILLIS_PER_SECOND;
  }

  /** Returns what tells it apart from others of its subject. */
  public ObservationId observationId() {
    return new ObservationId(Periods.halfHour(timeMillis), id);
  }

  /** Returns the kind of its point. */
  public SignalKind kind() {
    return point.kind();
  }
}

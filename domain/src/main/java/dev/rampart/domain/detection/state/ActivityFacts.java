package dev.rampart.domain.detection.state;

import dev.rampart.domain.detection.signal.DetectionPoint;

/** What every finding tells of the activity behind it. */
public interface ActivityFacts {
  /** Returns how many signals of a point there were in the last 32 to 64 hours. */
  long count(DetectionPoint point);

  /**
   * Returns the half hour since the epoch with which the activity began that goes on now: the first
   * after a silence of two hours.
   */
  long activityStart();

  /** Returns when that activity began, in milliseconds; at most a half hour too early. */
  long activityStartMillis();
}

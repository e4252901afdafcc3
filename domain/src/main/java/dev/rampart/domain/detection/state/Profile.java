package dev.rampart.domain.detection.state;

import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Subject;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one subject did lately: how many signals of each point in each minute of event time, and the
 * half hours in which there were any.
 *
 * <p>Both are sums and sets, so any order of signals, any split into batches and any duplicate give
 * the same profile. What is older than the newest minute by {@link #MINUTES_KEPT} is not part of
 * it, whether its store still has it or not.
 *
 * @param counts minutes since the epoch, each with its points; points without signals are absent
 * @param halfHours half hours since the epoch, at most {@link #HALF_HOURS_KEPT} back
 */
public record Profile(
    Subject subject, Map<Long, Map<DetectionPoint, Long>> counts, Set<Long> halfHours) {
  /** How far back minutes are kept. */
  public static final int MINUTES_KEPT = 60;

  /** How far back half hours are kept: a day. */
  public static final int HALF_HOURS_KEPT = 48;

  private static final long MINUTE_SECONDS = 60;
  private static final long HALF_HOUR_SECONDS = 1_800;
  private static final long SILENCE_HALF_HOURS =
      Finding.CLOSED_AFTER.toSeconds() / HALF_HOUR_SECONDS;

  public Profile {
    long newest = counts.keySet().stream().mapToLong(Long::longValue).max().orElse(0);
    Map<Long, Map<DetectionPoint, Long>> kept = new TreeMap<>();
    counts.forEach(
        (minute, points) -> {
          if (newest - minute < MINUTES_KEPT && !points.isEmpty()) {
            kept.put(minute, Collections.unmodifiableMap(new EnumMap<>(points)));
          }
        });
    counts = Collections.unmodifiableMap(kept);
    long last = halfHours.stream().mapToLong(Long::longValue).max().orElse(0);
    Set<Long> recent = new TreeSet<>();
    for (Long halfHour : halfHours) {
      if (last - halfHour < HALF_HOURS_KEPT) {
        recent.add(halfHour);
      }
    }
    halfHours = Collections.unmodifiableSet(recent);
  }

  /** Returns the minute of an instant, since the epoch. */
  public static long minute(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), MINUTE_SECONDS);
  }

  /** Returns the half hour of an instant, since the epoch. */
  public static long halfHour(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), HALF_HOUR_SECONDS);
  }

  /** Returns the start of a minute. */
  public static Instant start(long minute) {
    return Instant.ofEpochSecond(minute * MINUTE_SECONDS);
  }

  /**
   * Returns the half hour in which the activity began that leads to a half hour: going back from
   * it, the first before which there was no signal for two hours.
   */
  public long activityStart(long halfHour) {
    long start = halfHour;
    for (long candidate = halfHour; start - candidate <= SILENCE_HALF_HOURS; candidate--) {
      if (halfHours.contains(candidate)) {
        start = candidate;
      }
    }
    return start;
  }
}

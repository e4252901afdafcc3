package dev.rampart.domain.detection.state;

import dev.rampart.domain.detection.signal.DetectionPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Observations for tests. */
final class Observations {
  /** The start of a half hour, of an hour and of ten minutes; neither of a span nor of an epoch. */
  static final long START = Instant.parse("2026-11-24T12:00:00Z").toEpochMilli();

  /** From so many places observations come, in turn. */
  static final int ORIGINS = 7;

  private static final DetectionPoint[] POINTS = DetectionPoint.values();

  private Observations() {}

  /** Returns an observation of the sensitive path number {@code n}, some time after the start. */
  static Observation at(Duration afterStart, int n) {
    return at(START + afterStart.toMillis(), n, DetectionPoint.SENSITIVE_PATH);
  }

  /** Returns an observation that weighs so much, some time after the start. */
  static Observation at(Duration afterStart, int n, DetectionPoint point, double weight) {
    return at(START + afterStart.toMillis(), n, point, weight);
  }

  /** Returns an observation of target, origin and agent number {@code n}. */
  static Observation at(long timeMillis, int n, DetectionPoint point) {
    return at(timeMillis, n, point, point.weight());
  }

  private static Observation at(long timeMillis, int n, DetectionPoint point, double weight) {
    return new Observation(
        timeMillis,
        Observation.id(timeMillis, point, n),
        point,
        weight,
        n % 128,
        n % ORIGINS,
        n % 5);
  }

  /** Returns different observations of random points, spread over some time from a start on. */
  static List<Observation> random(Random random, int count, long startMillis, Duration span) {
    return IntStream.range(0, count)
        .mapToObj(
            n ->
                at(
                    startMillis + random.nextLong(span.toMillis()),
                    n,
                    POINTS[random.nextInt(POINTS.length)]))
        .toList();
  }
}

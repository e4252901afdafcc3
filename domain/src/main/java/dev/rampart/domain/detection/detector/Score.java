package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.finding.Contribution;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.state.HalfLife;
import dev.rampart.domain.detection.state.SubjectFeatures;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * Sums of what signals weigh, where different targets count in full and repeats hardly: a client
 * that asks 60 times for one missing file is no scanner, one that asks for 16 is.
 */
final class Score {
  private static final double REPEAT = 0.05;

  /** The same attack again and again is one that does not work, and no mistake. */
  private static final double REPEATED_ATTACK = 0.3;

  /** So many repeats of each thing count; after that a client that does not stop adds nothing. */
  private static final double REPEATS_MAX = 20;

  /** The points of each kind, the heaviest first. */
  private static final DetectionPoint[][] POINTS =
      Arrays.stream(SignalKind.values()).map(Score::pointsOf).toArray(DetectionPoint[][]::new);

  private Score() {}

  private static DetectionPoint[] pointsOf(SignalKind kind) {
    return Arrays.stream(DetectionPoint.values())
        .filter(point -> point.kind() == kind)
        .sorted(Comparator.comparingDouble(DetectionPoint::weight).reversed())
        .toArray(DetectionPoint[]::new);
  }

  /** Returns how many different things signals of a kind were after lately. */
  static double different(SubjectFeatures features, SignalKind kind, HalfLife halfLife) {
    return Math.min(features.count(kind, halfLife), features.targets(kind));
  }

  /** Returns what signals of these kinds weigh. */
  static double of(SubjectFeatures features, HalfLife halfLife, Set<SignalKind> kinds) {
    double sum = 0;
    for (SignalKind kind : kinds) {
      double count = features.count(kind, halfLife);
      if (count > 0) {
        sum += weight(features, kind, count, (_, _, _, _) -> {});
      }
    }
    return sum;
  }

  /** Returns what each point adds to {@link #of}. */
  static Map<DetectionPoint, Contribution> contributions(
      SubjectFeatures features, HalfLife halfLife, Set<SignalKind> kinds) {
    Map<DetectionPoint, Contribution> all = new EnumMap<>(DetectionPoint.class);
    for (SignalKind kind : kinds) {
      double count = features.count(kind, halfLife);
      if (count > 0) {
        double repeatWeight = repeat(features, kind);
        var _ =
            weight(
                features,
                kind,
                count,
                (point, weight, different, repeats) ->
                    all.put(
                        point, Contribution.unlimited(weight, different, repeats, repeatWeight)));
      }
    }
    return all;
  }

  /** Takes what the signals of a point add. */
  @FunctionalInterface
  private interface Parts {
    void take(DetectionPoint point, double weight, double different, double repeats);
  }

  /**
   * Signals of one kind are known by their sum; how it divides among points is estimated by how
   * many of each there were. Each point has a target of its own; the rest are taken to be those of
   * the heaviest.
   *
   * @param count what they weigh in terms of their kind's weight
   */
  private static double weight(
      SubjectFeatures features, SignalKind kind, double count, Parts parts) {
    DetectionPoint[] points = POINTS[kind.ordinal()];
    double targets = features.targets(kind);
    if (points[0].weight() == points[points.length - 1].weight()) {
      return evenWeight(features, kind, count, parts);
    }
    double all = 0;
    int others = 0;
    for (DetectionPoint point : points) {
      long counted = features.count(point);
      all += counted * point.weight();
      others += counted > 0 ? 1 : 0;
    }
    double perSignal = all == 0 ? 0 : kind.weight() * count / all;
    double repeat = repeat(features, kind);
    double sum = 0;
    for (DetectionPoint point : points) {
      double ofPoint = features.count(point) * perSignal;
      others -= ofPoint > 0 ? 1 : 0;
      double different = Math.min(ofPoint, Math.max(0, targets - others));
      targets -= different;
      double repeats = repeats(ofPoint, different);
      parts.take(point, point.weight(), different, repeats);
      sum += point.weight() * (different + repeat * repeats);
    }
    return sum;
  }

  /**
   * Points that weigh the same share what is known of their kind by how many there were of each.
   */
  private static double evenWeight(
      SubjectFeatures features, SignalKind kind, double count, Parts parts) {
    double different = Math.min(count, features.targets(kind));
    double repeats = repeats(count, different);
    double all = 0;
    for (DetectionPoint point : POINTS[kind.ordinal()]) {
      all += features.count(point);
    }
    for (DetectionPoint point : POINTS[kind.ordinal()]) {
      double part = all == 0 ? 0 : features.count(point) / all;
      parts.take(point, kind.weight(), part * different, part * repeats);
    }
    return kind.weight() * (different + repeat(features, kind) * repeats);
  }

  private static double repeats(double all, double different) {
    return Math.min(all - different, REPEATS_MAX * different);
  }

  /** What looks like an attack and comes by a timer is an integration that a rule refuses. */
  private static double repeat(SubjectFeatures features, SignalKind kind) {
    return kind.isAttack() && !Timers.explain(features, kind) ? REPEATED_ATTACK : REPEAT;
  }
}

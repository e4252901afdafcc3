package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.state.HalfLife;
import dev.rampart.domain.detection.state.SubjectFeatures;
import java.util.Set;

/**
 * Sums of what signals weigh, where different targets count in full and repeats hardly: a client
 * that asks 60 times for one missing file is no scanner, one that asks for 16 is.
 */
final class Score {
  private static final double REPEAT = 0.05;

  /** The same injection again and again is an attack that does not work, or a form that is sent. */
  private static final double REPEATED_INJECTION = 0.3;

  private Score() {}

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
        double different = Math.min(count, features.targets(kind));
        double repeat = kind == SignalKind.INJECTION ? REPEATED_INJECTION : REPEAT;
        sum += kind.weight() * (different + repeat * (count - different));
      }
    }
    return sum;
  }
}

package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.state.Rhythm;
import dev.rampart.domain.detection.state.SubjectFeatures;

/**
 * Recognises a program that runs by a timer and fails each time: the counter-evidence that tells a
 * broken integration from an attacker. It is after one thing, at equal distances, and patient:
 * whoever guesses does not wait, and whoever waits does not keep time.
 */
final class Timers {
  private static final double TARGETS_MAX = 2.5;
  private static final double REGULARITY_MIN = 0.7;

  /** No timer of an integration is faster; tools that guess are. */
  private static final double PERIOD_SECONDS_MIN = 8;

  private Timers() {}

  /** Returns whether a timer explains the signals of a kind. */
  static boolean explain(SubjectFeatures features, SignalKind kind) {
    if (features.targets(kind) > TARGETS_MAX) {
      return false;
    }
    Rhythm rhythm = features.rhythm();
    return rhythm.meanSeconds() >= PERIOD_SECONDS_MIN && rhythm.regularity() >= REGULARITY_MIN;
  }
}

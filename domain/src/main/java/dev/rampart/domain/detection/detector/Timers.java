package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.state.HalfLife;
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

  /** How often a timer tries at each tick. */
  private static final int TRIES_MAX = 3;

  /** What the fastest timer adds up to that tries so often. */
  private static final double RECENT_MAX =
      TRIES_MAX * HalfLife.FAST.meanSeconds() / Rhythm.PERIOD_SECONDS_MIN;

  private Timers() {}

  /**
   * Returns whether a timer explains the signals of a kind. It explains none that are so old that
   * only their weight is left.
   */
  static boolean explain(SubjectFeatures features, SignalKind kind) {
    double targets = features.targets(kind);
    return targets > 0
        && targets <= TARGETS_MAX
        && features.count(kind, HalfLife.FAST) <= RECENT_MAX
        && features.rhythm().regularity() >= REGULARITY_MIN;
  }
}

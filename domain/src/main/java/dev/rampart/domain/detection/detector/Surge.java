package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.state.GroupFeatures;

/**
 * How many sources there may be in a while before it is no chance. Sources that have nothing to do
 * with each other come as in a Poisson process, whose count differs from its mean by some square
 * roots of it.
 *
 * @param sourcesMin fewer are never too many
 * @param deviations how many square roots of the mean are too many
 * @param usualPerHourMin as many an hour are expected even if fewer came
 */
record Surge(double sourcesMin, double deviations, double usualPerHourMin) {
  /**
   * Over how many slots sources are counted: a short surge stands out in few, a long one in all.
   */
  static final int[] WINDOWS_SLOTS = {2, 4, GroupFeatures.SLOTS};

  private static final int MINUTES_PER_SLOT = 10;
  private static final double SLOTS_PER_HOUR = 6;

  /** While nothing is known of what is usual, it takes so many times more. */
  private static final double UNKNOWN_FACTOR = 1.5;

  /** As long as nothing is known of the hours before, the slots before these tell what is usual. */
  private static final int NEWEST_SLOTS = 2;

  /** Returns how many minutes so many slots are. */
  static int minutes(int slots) {
    return MINUTES_PER_SLOT * slots;
  }

  /** Returns how many come in so many slots, of so many in an hour. */
  static double during(int slots, double perHour) {
    return perHour * slots / SLOTS_PER_HOUR;
  }

  /** Returns how many sources are never too many in so many slots: a cheap first comparison. */
  double least(int slots) {
    return Math.max(sourcesMin, tooMany(during(slots, usualPerHourMin)));
  }

  private double tooMany(double expected) {
    return expected + deviations * Math.sqrt(expected);
  }

  /** Returns how many sources with signals of a kind are too many in the last slots. */
  double threshold(GroupFeatures features, SignalKind kind, int slots, double factor) {
    double usual = features.usualPerHour(kind);
    boolean known = usual >= 0;
    double perHour =
        Math.max(
            usualPerHourMin,
            known
                ? usual
                : features.sourcesBefore(kind, NEWEST_SLOTS)
                    * SLOTS_PER_HOUR
                    / (GroupFeatures.SLOTS - NEWEST_SLOTS));
    double expected = during(slots, perHour) * factor;
    double floor = known ? sourcesMin : UNKNOWN_FACTOR * sourcesMin;
    return Math.max(floor, tooMany(expected));
  }
}

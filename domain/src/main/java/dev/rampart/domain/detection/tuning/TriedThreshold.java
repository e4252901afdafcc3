package dev.rampart.domain.detection.tuning;

import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.detector.Threshold;
import dev.rampart.domain.detection.finding.DetectorKind;
import java.util.List;

/**
 * The threshold of one detector that somebody tries. All others of the detector change in the same
 * ratio, as if it had been made more or less sensitive.
 *
 * @param given what the leading measure would have to reach, from {@link #VALUE_MIN} to {@link
 *     #VALUE_MAX}
 */
public record TriedThreshold(DetectorKind detector, double given) {
  /** The lowest that can be tried: a single signal. */
  public static final double VALUE_MIN = 1;

  /** The highest that can be tried. */
  public static final double VALUE_MAX = 100;

  /** Finer differences than one of so many parts say nothing. */
  public static final int STEPS_PER_UNIT = 10;

  /** So many times more or less sensitive is worth trying. */
  private static final double RANGE = 4;

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if it is out of them
   */
  public TriedThreshold {
    if (!(given >= VALUE_MIN && given <= VALUE_MAX)) {
      throw new IllegalArgumentException("a threshold to try is 1 to 100");
    }
  }

  /** Returns what the detector compares with today. */
  public static TriedThreshold today(DetectorKind detector) {
    return new TriedThreshold(detector, leading(detector).value());
  }

  private static Threshold leading(DetectorKind detector) {
    return Detectors.leading(detector).getFirst();
  }

  /** Returns the threshold of today that it replaces. */
  public Threshold today() {
    return leading(detector);
  }

  /** Returns the thresholds of today that lead in other rules of the detector, and go with it. */
  public List<Threshold> others() {
    List<Threshold> all = Detectors.leading(detector);
    return all.subList(1, all.size());
  }

  /** Returns how many times the thresholds of today it makes them. */
  double factor() {
    return given / today().value();
  }

  /** Returns the lowest value that is worth trying. */
  public double min() {
    return Math.max(
        VALUE_MIN, Math.ceil(today().value() / RANGE * STEPS_PER_UNIT) / STEPS_PER_UNIT);
  }

  /** Returns the highest value that is worth trying. */
  public double max() {
    return Math.min(
        VALUE_MAX, Math.floor(today().value() * RANGE * STEPS_PER_UNIT) / STEPS_PER_UNIT);
  }
}

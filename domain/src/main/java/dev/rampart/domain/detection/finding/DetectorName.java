package dev.rampart.domain.detection.finding;

import dev.rampart.domain.common.BoundedText;
import java.util.Arrays;
import java.util.Optional;

/**
 * The name of a detector where it is kept: what was kept by another release may name a detector
 * that this one does not have.
 *
 * @param text 1 to {@value #LENGTH_MAX} characters
 */
public record DetectorName(String text) {
  /** Longest name, in characters. */
  public static final int LENGTH_MAX = 64;

  public DetectorName {
    BoundedText.require("detector", text, LENGTH_MAX);
  }

  /** Returns the name of a detector of this release. */
  public static DetectorName of(DetectorKind kind) {
    return new DetectorName(kind.name());
  }

  /** Returns the detector; empty if this release does not have it. */
  public Optional<DetectorKind> kind() {
    return Arrays.stream(DetectorKind.values()).filter(kind -> kind.name().equals(text)).findAny();
  }
}

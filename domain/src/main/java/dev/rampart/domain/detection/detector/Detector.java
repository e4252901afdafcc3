package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.finding.DetectorKind;

/**
 * A rule that finds threats. Pure: the same features give the same assessment, whatever came before
 * and in which order.
 */
public sealed interface Detector permits SubjectDetector, GroupDetector {
  /** Returns its row in the catalogue. */
  DetectorKind kind();
}

package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SubjectKind;

/**
 * A rule that finds threats. Pure: the same features give the same assessment, whatever came before
 * and in which order.
 */
public sealed interface Detector permits SubjectDetector, GroupDetector {
  /** Returns its row in the catalogue. */
  DetectorKind kind();

  /** Returns the threshold that tells how much it takes; its others go with it. */
  Threshold leading();

  /** Returns whether a new signal of that kind, about such a subject, is a reason to look. */
  boolean watches(SubjectKind subject, SignalKind news);
}

package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.SubjectFeatures;
import java.util.Optional;

/** A rule about one source, principal, credential or network. */
public non-sealed interface SubjectDetector extends Detector {
  /** Returns what the subject is suspected of; empty if the rule does not hold. */
  Optional<Assessment> assess(SubjectKind subject, SubjectFeatures features);
}

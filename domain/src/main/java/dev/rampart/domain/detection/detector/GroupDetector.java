package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.state.GroupFeatures;
import java.util.Optional;

/** A rule about many sources together. */
public non-sealed interface GroupDetector extends Detector {
  /**
   * Returns what the group is suspected of; empty if the rule does not hold.
   *
   * @param news the kind of the new signals
   */
  Optional<Assessment> assess(SignalKind news, GroupFeatures features);
}

package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.state.Profile;
import java.util.List;
import java.util.Optional;

/** A rule that finds threats. Pure: the same profile and new signals give the same finding. */
public interface Detector {
  /**
   * Returns what the subject is suspected of; empty if the rule does not hold.
   *
   * @param profile everything counted so far, the new signals included
   * @param newSignals the signals that are the reason to look now; repeated ones may be among them
   */
  Optional<Finding> assess(Profile profile, List<Signal> newSignals);
}

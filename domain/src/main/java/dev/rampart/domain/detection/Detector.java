package dev.rampart.domain.detection;

import java.util.List;
import java.util.Optional;

/** One kind of suspicion. Pure: the same profile and news give the same finding. */
public interface Detector {
  /**
   * Assesses what a subject did.
   *
   * @param profile everything counted so far, the news included
   * @param news the signals that are the reason to look now; repeated ones may be among them
   */
  Optional<Finding> assess(Profile profile, List<Signal> news);
}

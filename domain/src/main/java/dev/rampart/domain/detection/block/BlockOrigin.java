package dev.rampart.domain.detection.block;

import dev.rampart.domain.common.BoundedText;
import dev.rampart.domain.detection.finding.DetectorName;
import dev.rampart.domain.detection.finding.FindingId;

/** On whose account a source is blocked. */
public sealed interface BlockOrigin {
  /** A finding, without a person in between. */
  record ByFinding(FindingId finding, DetectorName detector) implements BlockOrigin {}

  /**
   * A person who asked for it.
   *
   * @param principal the subject of the person's token
   */
  record ByPerson(String principal) implements BlockOrigin {
    /** Longest principal, in characters. */
    public static final int LENGTH_MAX = 128;

    public ByPerson {
      BoundedText.require("principal", principal, LENGTH_MAX);
    }
  }

  /** Returns whether it is on account of that finding. */
  default boolean isOf(FindingId finding) {
    return this instanceof ByFinding by && by.finding().equals(finding);
  }

  /** Returns whether no person asked for it. */
  default boolean isAutomatic() {
    return this instanceof ByFinding;
  }
}

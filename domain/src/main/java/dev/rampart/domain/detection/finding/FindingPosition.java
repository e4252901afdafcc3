package dev.rampart.domain.detection.finding;

import java.time.Instant;
import java.util.Comparator;

/** A position in a list of findings: opened last comes first, equal times by id. */
public record FindingPosition(Instant openedAt, FindingId id) {
  /** Orders from the newest to the oldest. */
  public static final Comparator<FindingPosition> NEWEST_FIRST =
      Comparator.comparing(FindingPosition::openedAt)
          .thenComparing(position -> position.id().text())
          .reversed();

  /** Returns the position of a finding. */
  public static FindingPosition of(FindingRecord finding) {
    return new FindingPosition(finding.openedAt(), finding.id());
  }
}

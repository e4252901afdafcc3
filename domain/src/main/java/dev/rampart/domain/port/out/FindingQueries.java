package dev.rampart.domain.port.out;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.detection.finding.FindingFilter;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingPage;
import dev.rampart.domain.detection.finding.FindingPosition;
import dev.rampart.domain.detection.finding.FindingRecord;
import java.util.Optional;

/** Reads what a {@link FindingStore} keeps. */
public interface FindingQueries {
  /**
   * Returns the finding with that id, with every change made before.
   *
   * @throws PortUnavailable if the store does not answer
   */
  Optional<FindingRecord> find(FindingId id);

  /**
   * Returns a page of findings, newest first; one that was just opened may still be missing.
   *
   * @param after where the page before ended; empty for the first page
   * @throws PortUnavailable if the store does not answer
   */
  FindingPage list(FindingFilter filter, Optional<FindingPosition> after, PageSize size);
}

package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.Resolution;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps findings whole, and which of their versions were published. What a detector finds about a
 * subject goes to its newest finding; one before it, which is over, may stay open beside it until
 * somebody closes it for its silence.
 */
public interface FindingStore {
  /**
   * Opens the finding, or makes of the newest one of its detector and subject what {@link
   * FindingRecord#foundAgain} says.
   *
   * @param at the time of processing
   * @return the record after that
   * @throws PortUnavailable if the store does not answer
   */
  FindingRecord openOrUpdate(Finding finding, Instant at);

  /**
   * Closes a finding.
   *
   * @return the record after that; empty if it is not the one that was seen any more
   * @throws PortUnavailable if the store does not answer
   */
  Optional<FindingRecord> resolve(FindingRecord seen, Resolution reason);

  /**
   * Marks the newest version of a record as published.
   *
   * @throws PortUnavailable if the store does not answer; the version may be published again
   */
  void markPublished(FindingRecord published);

  /**
   * Returns findings that are due by then, see {@link FindingRecord#dueAt}; one that was just
   * changed may still be missing, or be there as it was before.
   *
   * @param max how many at most, those that are due longest
   * @throws PortUnavailable if the store does not answer
   */
  List<FindingRecord> due(Instant at, int max);
}

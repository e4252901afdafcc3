package dev.rampart.domain.detection.finding;

import java.util.List;
import java.util.Optional;

/**
 * A page of a list of findings.
 *
 * @param next the position after which the next page starts; empty on the last page
 */
public record FindingPage(List<FindingRecord> findings, Optional<FindingPosition> next) {
  public FindingPage {
    findings = List.copyOf(findings);
  }
}

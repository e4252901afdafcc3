package dev.rampart.domain.detection.response;

import dev.rampart.domain.detection.finding.DetectorName;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import java.time.Instant;

/**
 * What was decided about the newest version of a finding.
 *
 * @param lastSeen when the newest signal of that version was observed
 */
public record ResponseDecision(
    FindingId finding, DetectorName detector, Instant lastSeen, Response response) {

  /** Returns the decision about this version of a finding. */
  public static ResponseDecision about(Finding version, Response response) {
    return new ResponseDecision(
        version.id(), DetectorName.of(version.detector()), version.lastSeen(), response);
  }
}

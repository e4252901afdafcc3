package dev.rampart.domain.detection.response;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.FindingId;
import java.time.Instant;

/**
 * What was decided about the newest version of a finding.
 *
 * @param lastSeen when the newest signal of that version was observed
 */
public record ResponseDecision(
    FindingId finding, DetectorKind detector, Instant lastSeen, Response response) {}

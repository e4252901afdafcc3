package dev.rampart.adapter.in.schedule;

import dev.rampart.domain.port.in.FollowUpFindings;
import dev.rampart.domain.port.out.ThreatMetrics;

/**
 * Has findings followed up, and writes the zeros that alarms need to know a silence from a missing
 * metric.
 */
public record FollowUpConsumer(FollowUpFindings findings, ThreatMetrics metrics) {
  /** Handles one tick. */
  public FollowUpResult handle() {
    metrics.zeros();
    FollowUpFindings.Result result = findings.followUp();
    return new FollowUpResult(result.published().size(), result.failed());
  }
}

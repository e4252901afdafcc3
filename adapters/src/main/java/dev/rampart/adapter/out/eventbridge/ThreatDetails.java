package dev.rampart.adapter.out.eventbridge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.detection.finding.Threat;

/** The details of threat events as they are published, for whoever writes them elsewhere. */
public final class ThreatDetails {
  private ThreatDetails() {}

  /** Returns the detail of the event of a threat. */
  public static ObjectNode of(Threat threat) {
    return new ThreatV1(threat).json();
  }
}

package dev.rampart.replay;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Threat;
import java.util.EnumMap;
import java.util.Map;

/**
 * What would have been found if all thresholds were some times what they are.
 *
 * @param factor what the thresholds are multiplied with
 */
record WhatIf(double factor, Incidents incidents, Map<DetectorKind, Long> found) {
  WhatIf(double factor) {
    this(factor, new Incidents(), new EnumMap<>(DetectorKind.class));
  }

  /** Counts a threat if it is a new incident. */
  void count(Threat threat) {
    if (threat.change() == Threat.Change.DETECTED) {
      found.merge(threat.finding().detector(), 1L, Long::sum);
    }
  }

  long found(DetectorKind detector) {
    return found.getOrDefault(detector, 0L);
  }
}

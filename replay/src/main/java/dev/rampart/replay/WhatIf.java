package dev.rampart.replay;

import dev.rampart.domain.detection.engine.Found;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/**
 * What would have been found if all thresholds were some times what they are.
 *
 * @param factor what the thresholds are multiplied with
 */
record WhatIf(double factor, Incidents incidents, Map<DetectorKind, Long> found) {
  WhatIf(double factor) {
    this(factor, new Incidents(), new EnumMap<>(DetectorKind.class));
  }

  /** Returns the threat that is to be told, and counts new incidents; empty if nothing changed. */
  Optional<Threat> take(Found something, Signal signal) {
    Optional<Threat> threat = incidents.take(something, signal);
    threat
        .filter(told -> told.change() == Threat.Change.DETECTED)
        .ifPresent(told -> found.merge(told.finding().detector(), 1L, Long::sum));
    return threat;
  }

  long found(DetectorKind detector) {
    return found.getOrDefault(detector, 0L);
  }
}

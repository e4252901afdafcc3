package dev.rampart.adapter.in.apigateway;

import dev.rampart.domain.detection.DetectionPoint;
import dev.rampart.domain.detection.SignalEvidence;

/** Something about a request that the security team wants to hear of. */
record Suspicion(DetectionPoint point, SignalEvidence evidence) {

  /** The point alone says it all. */
  static Suspicion of(DetectionPoint point) {
    return new Suspicion(point, SignalEvidence.none());
  }
}

package dev.rampart.adapter.in.apigateway.http;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalEvidence;

/** Something suspicious about a request, to be reported as a signal. */
public record Suspicion(DetectionPoint point, SignalEvidence evidence) {

  /** Returns the suspicion for which the detection point is evidence enough. */
  public static Suspicion of(DetectionPoint point) {
    return new Suspicion(point, SignalEvidence.none());
  }
}

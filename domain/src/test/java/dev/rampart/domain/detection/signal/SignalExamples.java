package dev.rampart.domain.detection.signal;

import dev.rampart.domain.common.IpAddress;
import java.time.Instant;

/** Signals for tests. */
public final class SignalExamples {
  public static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
  public static final Subject ADDRESS = new Subject(SubjectKind.IP, "203.0.113.7");

  private SignalExamples() {}

  /** A schema violation from {@link #ADDRESS}, some seconds after noon. */
  public static Signal at(long secondsAfterNoon, String id) {
    return at(secondsAfterNoon, id, DetectionPoint.SCHEMA_VIOLATION);
  }

  /** A signal of that point from {@link #ADDRESS}, some seconds after noon. */
  public static Signal at(long secondsAfterNoon, String id, DetectionPoint point) {
    return new Signal(
        new SignalId(id),
        NOON.plusSeconds(secondsAfterNoon),
        point.gate(),
        point,
        Source.unknown().withAddress(new IpAddress(ADDRESS.name())),
        RequestFacts.unknown().withRequestId("r-" + id),
        SignalEvidence.none());
  }

  /** A request for a path that only scanners ask for, another one for each id. */
  public static Signal probe(long secondsAfterNoon, String id) {
    Signal signal = at(secondsAfterNoon, id, DetectionPoint.SENSITIVE_PATH);
    return new Signal(
        signal.id(),
        signal.observedAt(),
        signal.gate(),
        signal.point(),
        signal.source(),
        signal.request().withResourceId(id),
        SignalEvidence.rule("secrets"));
  }
}

package dev.rampart.domain.detection.finding;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Subject;
import java.util.List;
import java.util.Optional;

/** Findings for tests. */
public final class FindingExamples {
  private FindingExamples() {}

  /** Returns a finding about a subject that was last seen so many seconds after noon. */
  public static Finding finding(
      String id, Subject subject, long secondsAfterNoon, Severity severity) {
    return new Finding(
        new FindingId(id),
        DetectorKind.SCHEMA_FUZZ,
        severity,
        subject,
        NOON,
        NOON.plusSeconds(secondsAfterNoon),
        4,
        new Measure("faults", 3.25, 3),
        List.of(
            new EvidenceLine(
                DetectionPoint.SCHEMA_VIOLATION,
                3,
                List.of(new SignalId("s-2"), new SignalId("s-1")),
                Optional.of(new Contribution(1, 2.75, 0.25, 0.05, 2.5))),
            new EvidenceLine(DetectionPoint.METHOD_UNKNOWN, 1, List.of())),
        "3 of 3");
  }
}

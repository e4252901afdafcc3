package dev.rampart.adapter.event;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingVerdict;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.finding.Resolution;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.finding.Threat.Change;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Threats as they are published: those of the golden files, and any other. */
public final class ThreatSamples {
  /** When each of them changed. */
  public static final Instant AT = Instant.parse("2026-11-22T10:15:30.123Z");

  private static final Instant LAST = Instant.parse("2026-11-22T10:15:28.900Z");
  private static final SignalId ONE = new SignalId("2b7f4c1d-90ae-8c55-a1d3-3e8f6b2c4d10");
  private static final SignalId OTHER = new SignalId("7d3a0c1e-52f4-8b6d-9a10-4f0c2b7e91aa");

  private ThreatSamples() {}

  /** Returns the threats of the golden files that the writer made, by the name of the file. */
  public static Map<String, Threat> golden() {
    return Map.of(
        "threat-detected.v1.burst-probe",
        open(Change.DETECTED, burstProbe(), 1),
        "threat-detected.v1.global-rate",
        open(Change.DETECTED, globalRate(), 1),
        "threat-detected.v1.misconfigured-client",
        open(Change.DETECTED, misconfiguredClient(), 1),
        "threat-detected.v1.notified",
        new Threat(Change.DETECTED, burstProbe(), 1, AT, Optional.empty(), OptionalInt.of(19)),
        "threat-updated.v1.low-and-slow",
        open(Change.UPDATED, lowAndSlow(), 2),
        "threat-resolved.v1.brute-force",
        open(Change.RESOLVED, bruteForce(), 3),
        "threat-resolved.v1.silence",
        resolved(new Resolution.Silence(AT)),
        "threat-resolved.v1.false-positive",
        resolved(
            new Resolution.Judgement(
                FindingVerdict.FALSE_POSITIVE, "sam", Optional.of("Our own scanner"), AT)));
  }

  private static Threat open(Change change, Finding finding, long version) {
    return new Threat(change, finding, version, AT, Optional.empty(), OptionalInt.empty());
  }

  private static Threat resolved(Resolution resolution) {
    return new Threat(
        Change.RESOLVED, bruteForce(), 3, AT, Optional.of(resolution), OptionalInt.empty());
  }

  /** Returns a threat of any detector about any kind of subject. */
  public static Threat of(
      Change change, DetectorKind detector, Severity severity, SubjectKind kind) {
    return open(change, finding(detector, severity, subject(kind)), 2);
  }

  /** Returns a subject of a kind. */
  public static Subject subject(SubjectKind kind) {
    return new Subject(
        kind,
        switch (kind) {
          case IP -> "203.0.113.7";
          case NETWORK -> "203.0.113.0/24";
          case PRINCIPAL -> "5f0c1d9e-2f4b-4b0e-9d55-0e6b7f0c9a11";
          case CREDENTIAL -> "c0ffee5e-8b1d-8a37-b5c2-6f0e9d8c7b1a";
          case CLIENT -> "3n4b5urk1ft4fl3mg5e62d9ado";
          case API_KEY -> "k3y1d0a9b8";
          case SIGNATURE -> "AWS-AWSManagedRulesSQLiRuleSet";
          case GLOBAL -> "AUTH_FAIL";
        });
  }

  /** Returns a finding of any detector about any subject. */
  public static Finding finding(DetectorKind detector, Severity severity, Subject subject) {
    return finding(
        detector,
        severity,
        subject,
        new Measure("points of different probes within minutes", 18.4, 17),
        List.of(
            new EvidenceLine(DetectionPoint.SCHEMA_VIOLATION, 4, List.of(ONE)),
            new EvidenceLine(DetectionPoint.INJECTION_SQL, 2, List.of(OTHER))));
  }

  private static Finding burstProbe() {
    return finding(DetectorKind.BURST_PROBE, Severity.MEDIUM, subject(SubjectKind.IP));
  }

  private static Finding globalRate() {
    return finding(
        DetectorKind.GLOBAL_RATE,
        Severity.HIGH,
        subject(SubjectKind.GLOBAL),
        new Measure("standard deviations above the usual rate", 9.25, 7),
        List.of(new EvidenceLine(DetectionPoint.AUTH_FAIL, 412, List.of(ONE, OTHER))));
  }

  private static Finding misconfiguredClient() {
    return finding(
        DetectorKind.MISCONFIGURED_CLIENT,
        Severity.LOW,
        subject(SubjectKind.API_KEY),
        new Measure("failures at equal distances", 20.5, 20),
        List.of(new EvidenceLine(DetectionPoint.TOKEN_EXPIRED, 24, List.of(ONE))));
  }

  private static Finding lowAndSlow() {
    return finding(
        DetectorKind.LOW_AND_SLOW,
        Severity.HIGH,
        subject(SubjectKind.NETWORK),
        new Measure("points of different probes by one network", 98.5, 24),
        List.of(
            new EvidenceLine(DetectionPoint.SENSITIVE_PATH, 19, List.of(ONE)),
            new EvidenceLine(DetectionPoint.WAF_RULE, 5, List.of(OTHER))));
  }

  private static Finding bruteForce() {
    return finding(
        DetectorKind.BRUTE_FORCE,
        Severity.MEDIUM,
        subject(SubjectKind.CREDENTIAL),
        new Measure("networks that failed to sign in to one account", 9, 7),
        List.of(new EvidenceLine(DetectionPoint.AUTH_FAIL, 11, List.of(ONE))));
  }

  private static Finding finding(
      DetectorKind detector,
      Severity severity,
      Subject subject,
      Measure measure,
      List<EvidenceLine> evidence) {
    return new Finding(
        new FindingId("0d9c2a6b-4e1f-8a37-b5c2-6f0e9d8c7b1a"),
        detector,
        severity,
        subject,
        Instant.parse("2026-11-22T10:00:00Z"),
        LAST,
        evidence.stream().mapToLong(EvidenceLine::count).sum(),
        measure,
        evidence,
        "%s by %s: %s".formatted(detector.title(), subject.words(), measure.words()));
  }
}

package dev.rampart.domain.port.out;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.detection.block.BlockLadder;
import dev.rampart.domain.detection.block.BlockingMode;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.response.SourceRecord;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.port.in.RespondToThreats.ThreatReport;
import java.time.Instant;
import java.util.List;

/** Findings and blocks for tests. */
public final class BlockExamples {
  /** A source of which nothing speaks for. */
  public static final SourceRange SOURCE = range("203.0.113.7");

  /** Another one. */
  public static final SourceRange OTHER = range("203.0.113.9");

  private BlockExamples() {}

  /** Returns the range of a text. */
  public static SourceRange range(String text) {
    return SourceRange.parse(text).orElseThrow();
  }

  /** Returns a finding about an address, twice its threshold. */
  public static Finding finding(String id, DetectorKind detector, String address, Instant seen) {
    return finding(id, detector, new Subject(SubjectKind.IP, address), seen, 3);
  }

  /** Returns a finding with so many refusals of the firewall, twice its threshold. */
  public static Finding finding(
      String id, DetectorKind detector, Subject subject, Instant seen, long refusals) {
    Measure measure = new Measure("accounts", 12, 6);
    return new Finding(
        new FindingId(id),
        detector,
        detector.severity(measure),
        subject,
        seen.minusSeconds(60),
        seen,
        refusals,
        measure,
        List.of(new EvidenceLine(DetectionPoint.WAF_RULE, refusals, List.of())),
        "12 accounts (threshold 6)");
  }

  /** Returns a finding of a sure detector about {@link #SOURCE}, seen at noon. */
  public static Finding stuffing(String id) {
    return finding(id, DetectorKind.CRED_STUFFING, "203.0.113.7", NOON);
  }

  /** Returns a finding as it is published first. */
  public static ThreatReport detected(Finding finding) {
    return new ThreatReport(Threat.Change.DETECTED, finding, false);
  }

  /** Returns the first record of a source, blocked at noon. */
  public static SourceRecord blockedAtNoon(SourceRange source) {
    return SourceRecord.unknown(source)
        .blockedBy(
            finding("f-" + source.text(), DetectorKind.CRED_STUFFING, source.lowest().text(), NOON),
            BlockLadder.STANDARD,
            BlockingMode.ON,
            NOON);
  }
}

package dev.rampart.domain.detection.engine;

import dev.rampart.domain.detection.detector.Assessment;
import dev.rampart.domain.detection.finding.Contribution;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.ActivityFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a detector found about a subject, before it is written out as a finding. */
public final class Found {
  private static final Comparator<Signal> NEWEST_FIRST =
      Comparator.comparing(Signal::observedAt)
          .reversed()
          .thenComparing(signal -> signal.id().text());
  private static final List<DetectionPoint> POINTS = List.of(DetectionPoint.values());

  private final DetectorKind detector;
  private final Subject subject;
  private final Assessment assessment;
  private final ActivityFacts activity;

  Found(DetectorKind detector, Subject subject, Assessment assessment, ActivityFacts activity) {
    this.detector = detector;
    this.subject = subject;
    this.assessment = assessment;
    this.activity = activity;
  }

  /** Returns the detector that found it. */
  public DetectorKind detector() {
    return detector;
  }

  /** Returns whether there are signals to show for it: a weight outlives what is known of it. */
  boolean hasEvidence() {
    for (DetectionPoint point : POINTS) {
      if (count(point) > 0) {
        return true;
      }
    }
    return false;
  }

  private long count(DetectionPoint point) {
    return assessment.kinds().contains(point.kind()) ? activity.count(point) : 0;
  }

  /** Returns about whom or what. */
  public Subject subject() {
    return subject;
  }

  /** Returns how severe it is. */
  public Severity severity() {
    return detector.severity(assessment.measure());
  }

  /** Returns whether its evidence makes sure what its detector alone is not. */
  public boolean isSureByEvidence() {
    long attacks = 0;
    for (DetectionPoint point : POINTS) {
      attacks += point.kind().isAttack() ? count(point) : 0;
    }
    return Finding.isSureByEvidence(detector, subject, attacks);
  }

  /** Returns when the activity began, at most a half hour too early. */
  public Instant firstSeen() {
    return Instant.ofEpochMilli(activity.activityStartMillis());
  }

  /** Returns the id of the finding: the same activity has the same. */
  public FindingId id() {
    return FindingId.of(detector, subject, activity.activityStart());
  }

  /**
   * Returns the finding.
   *
   * @param news the signals that were the reason to look, at least one
   */
  public Finding finding(List<Signal> news) {
    List<Signal> newest = news.stream().sorted(NEWEST_FIRST).toList();
    Signal last =
        newest.stream()
            .filter(signal -> assessment.kinds().contains(signal.point().kind()))
            .findFirst()
            .orElse(newest.getFirst());
    List<EvidenceLine> evidence = evidence(newest);
    return new Finding(
        id(),
        detector,
        severity(),
        subject,
        firstSeen(),
        last.observedAt(),
        evidence.stream().mapToLong(EvidenceLine::count).sum(),
        assessment.measure(),
        evidence,
        explanation());
  }

  private List<EvidenceLine> evidence(List<Signal> newest) {
    Map<DetectionPoint, Contribution> contributions = assessment.contributions().get();
    List<EvidenceLine> lines = new ArrayList<>();
    for (DetectionPoint point : POINTS) {
      long count = count(point);
      if (count > 0) {
        lines.add(
            new EvidenceLine(
                point,
                count,
                examples(point, newest),
                Optional.ofNullable(contributions.get(point))));
      }
    }
    lines.sort(
        Comparator.comparingLong(EvidenceLine::count)
            .reversed()
            .thenComparing(EvidenceLine::point));
    return lines;
  }

  private static List<SignalId> examples(DetectionPoint point, List<Signal> newest) {
    return newest.stream()
        .filter(signal -> signal.point() == point)
        .limit(EvidenceLine.EXAMPLES_MAX)
        .map(Signal::id)
        .toList();
  }

  private String explanation() {
    String more = assessment.context().get();
    String context = more.isEmpty() ? "" : "; " + more;
    return "%s by %s: %s%s"
        .formatted(detector.title(), subject.words(), assessment.measure().words(), context);
  }
}

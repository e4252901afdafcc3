package dev.rampart.domain.detection.finding;

import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.time.Instant;
import java.util.List;

/**
 * A threat that a detector found, with everything that is needed to redo its sum.
 *
 * @param firstSeen when the activity began, at most a half hour too early
 * @param lastSeen when the newest signal was observed
 * @param signalCount how many signals there were of the points that it counts, repeats included
 * @param measure the comparison that decided
 * @param evidence what it counts, most frequent first
 * @param explanation one sentence for a person
 */
public record Finding(
    FindingId id,
    DetectorKind detector,
    Severity severity,
    Subject subject,
    Instant firstSeen,
    Instant lastSeen,
    long signalCount,
    Measure measure,
    List<EvidenceLine> evidence,
    String explanation) {
  /** Firewall and inspector refuse so many requests of nobody by mistake. */
  private static final int ATTACKS_MIN = 4;

  public Finding {
    if (evidence.isEmpty() || !measure.holds()) {
      throw new IllegalArgumentException("a finding has evidence and reaches its threshold");
    }
    evidence = List.copyOf(evidence);
  }

  /**
   * Returns whether evidence makes sure what its detector alone is not: that an address attacks.
   *
   * @param attacks how many requests of it firewall and inspector refused
   */
  public static boolean isSureByEvidence(DetectorKind detector, Subject about, long attacks) {
    return about.kind() == SubjectKind.IP
        && detector.confidence() != Confidence.HIGH
        && attacks >= ATTACKS_MIN;
  }

  /** Returns whether its evidence makes sure what its detector alone is not. */
  boolean isSureByEvidence() {
    return isSureByEvidence(detector, subject, attacks());
  }

  /** Returns this finding, seen until the later of two times: signals come out of order. */
  public Finding seenUntil(Instant other) {
    return other.isAfter(lastSeen)
        ? new Finding(
            id,
            detector,
            severity,
            subject,
            firstSeen,
            other,
            signalCount,
            measure,
            evidence,
            explanation)
        : this;
  }

  /** Returns whether firewall and inspector refused so much that it is sure by itself. */
  public boolean isHostile() {
    return attacks() >= ATTACKS_MIN;
  }

  private long attacks() {
    return evidence.stream()
        .filter(line -> line.point().kind().isAttack())
        .mapToLong(EvidenceLine::count)
        .sum();
  }

  /** Returns this finding under the id that it was opened with. */
  public Finding withId(FindingId opened) {
    return new Finding(
        opened,
        detector,
        severity,
        subject,
        firstSeen,
        lastSeen,
        signalCount,
        measure,
        evidence,
        explanation);
  }
}

package dev.rampart.domain.detection.finding;

import dev.rampart.domain.detection.signal.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A threat that a detector found, with everything that is needed to redo its sum.
 *
 * @param firstSeen the start of the first minute that the sum counts
 * @param lastSeen when the last signal of the sum was observed
 * @param signalCount how many signals the sum counts
 * @param score what they add up to
 * @param threshold what the score had to reach
 * @param evidence the lines of the sum, largest first
 * @param explanation one sentence for a person
 */
public record Finding(
    FindingId id,
    String detector,
    Severity severity,
    Subject subject,
    Instant firstSeen,
    Instant lastSeen,
    long signalCount,
    double score,
    double threshold,
    List<EvidenceLine> evidence,
    String explanation) {
  /** After so long without a signal, the next finding about a subject is a new one. */
  public static final Duration CLOSED_AFTER = Duration.ofHours(2);

  /** After so long, a finding that did not get worse is published again. */
  public static final Duration UPDATE_INTERVAL = Duration.ofMinutes(15);

  public Finding {
    if (evidence.isEmpty() || score < threshold) {
      throw new IllegalArgumentException("a finding has evidence and reaches its threshold");
    }
    evidence = List.copyOf(evidence);
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
        score,
        threshold,
        evidence,
        explanation);
  }
}

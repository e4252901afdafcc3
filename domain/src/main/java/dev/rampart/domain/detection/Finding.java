package dev.rampart.domain.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * One suspicion, with everything needed to redo the sum it rests on.
 *
 * @param firstSeen the first moment that the sum may reach back to
 * @param lastSeen when the last signal of the sum was observed
 * @param signalCount how many signals the sum rests on
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
    List<PointCount> evidence,
    String explanation) {
  /** After so long without a signal, the next finding about a subject is a new one. */
  public static final Duration SILENCE = Duration.ofHours(2);

  /** A finding that did not get worse is news again after so long. */
  public static final Duration QUIET = Duration.ofMinutes(15);

  public Finding {
    if (evidence.isEmpty() || score < threshold) {
      throw new IllegalArgumentException("a finding has evidence and reaches its threshold");
    }
    evidence = List.copyOf(evidence);
  }

  /** The same finding under the name that it was opened with. */
  public Finding named(FindingId opened) {
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

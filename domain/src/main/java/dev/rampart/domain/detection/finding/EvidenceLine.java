package dev.rampart.domain.detection.finding;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalId;
import java.util.List;
import java.util.Optional;

/**
 * One line of the sum behind a finding.
 *
 * @param count signals of that point in the window
 * @param examples some of them, newest first: those that came last
 * @param contribution what they add to the measure; empty if that is no sum of points
 */
public record EvidenceLine(
    DetectionPoint point,
    long count,
    List<SignalId> examples,
    Optional<Contribution> contribution) {
  /** Most examples that a line carries. */
  public static final int EXAMPLES_MAX = 3;

  /** Returns a line of a measure that is no sum of points. */
  public EvidenceLine(DetectionPoint point, long count, List<SignalId> examples) {
    this(point, count, examples, Optional.empty());
  }

  public EvidenceLine {
    if (count < 1 || examples.size() > EXAMPLES_MAX) {
      throw new IllegalArgumentException("a count is 1 or more, with 3 examples at most");
    }
    examples = List.copyOf(examples);
  }
}

package dev.rampart.domain.port.in;

import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.tuning.ThresholdComparison;
import dev.rampart.domain.detection.tuning.TriedThreshold;
import java.time.Instant;
import java.util.List;

/** Somebody of the security team wants to know what other thresholds would have found. */
public interface CompareThresholds {
  /**
   * Compares those of today with others, over what was recorded.
   *
   * @throws dev.rampart.domain.port.out.PortUnavailable if the logs do not answer
   */
  Compared compare(Command command);

  /**
   * What to compare.
   *
   * @param tried one of a detector at most; the others stay as they are
   */
  record Command(TimeSpan span, List<TriedThreshold> tried) {
    public Command {
      tried = List.copyOf(tried);
    }
  }

  /**
   * What came of it.
   *
   * @param completeSince before this time the logs were not searched to the end
   * @param signals how many signals were read
   */
  record Compared(Instant completeSince, int signals, ThresholdComparison comparison) {}
}

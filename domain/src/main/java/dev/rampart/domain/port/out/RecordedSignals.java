package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.tuning.Recording;

/**
 * The signals in the logs that the gates write. Reading has a deadline and takes so many lines of a
 * log; what there was no time or room for is missing at the old end.
 */
@FunctionalInterface
public interface RecordedSignals {
  /**
   * Returns what was recorded in a span.
   *
   * @throws PortUnavailable if the logs do not answer
   */
  Recording read(TimeSpan span);
}

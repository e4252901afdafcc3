package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.tuning.Recording;

/**
 * The signals in the logs that the gates write. Reading has a deadline and takes about so many
 * lines of a log; of the time for which there was none, nothing is told of any log.
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

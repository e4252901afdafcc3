package dev.rampart.domain.port.in;

import dev.rampart.domain.detection.signal.Signal;
import java.util.List;

/** Publishes the signals that gates have logged. Safe to repeat. */
public interface ReportSignals {
  /**
   * Reports signals; one that is in the list twice is reported once.
   *
   * @throws dev.rampart.domain.port.out.PortUnavailable if they have to be reported again
   */
  void report(List<Signal> signals);
}

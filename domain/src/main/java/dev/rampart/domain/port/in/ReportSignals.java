package dev.rampart.domain.port.in;

import dev.rampart.domain.detection.Signal;
import java.util.List;

/** Passes on what gates have recorded. Safe to repeat. */
public interface ReportSignals {
  /**
   * Reports signals; one that stands twice in the list is reported once.
   *
   * @throws dev.rampart.domain.port.out.PortUnavailable where they have to be reported again
   */
  void report(List<Signal> signals);
}

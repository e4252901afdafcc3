package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import java.util.List;

/** Measures what detection sees, for alarms. A repeated delivery is measured again. */
public interface ThreatMetrics {
  /** Measures the signals of one batch. */
  void signals(List<Signal> signals);

  /** Measures one threat that was published. */
  void threat(Threat threat);

  /** Says that nothing was seen just now; called every minute. */
  void zeros();
}

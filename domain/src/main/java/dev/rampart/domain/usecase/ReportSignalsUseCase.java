package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.port.in.ReportSignals;
import dev.rampart.domain.port.out.SignalPublisher;
import java.util.List;

/** {@link ReportSignals} over a publisher. */
public record ReportSignalsUseCase(SignalPublisher publisher) implements ReportSignals {
  @Override
  public void report(List<Signal> signals) {
    if (!signals.isEmpty()) {
      publisher.publish(Signal.distinct(signals));
    }
  }
}

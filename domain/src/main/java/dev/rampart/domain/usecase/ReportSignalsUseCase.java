package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.Signal;
import dev.rampart.domain.detection.SignalId;
import dev.rampart.domain.port.in.ReportSignals;
import dev.rampart.domain.port.out.SignalPublisher;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@link ReportSignals} over a publisher. */
public record ReportSignalsUseCase(SignalPublisher publisher) implements ReportSignals {
  @Override
  public void report(List<Signal> signals) {
    Map<SignalId, Signal> byId = new LinkedHashMap<>();
    signals.forEach(signal -> byId.putIfAbsent(signal.id(), signal));
    if (!byId.isEmpty()) {
      publisher.publish(List.copyOf(byId.values()));
    }
  }
}

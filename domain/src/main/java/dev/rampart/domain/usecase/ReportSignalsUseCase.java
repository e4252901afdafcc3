package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.Signal;
import dev.rampart.domain.detection.SignalId;
import dev.rampart.domain.port.in.ReportSignals;
import dev.rampart.domain.port.out.SignalAnnouncer;
import java.util.LinkedHashMap;
import java.util.List;

/** {@link ReportSignals} over an announcer. */
public record ReportSignalsUseCase(SignalAnnouncer announcer) implements ReportSignals {
  @Override
  public void report(List<Signal> signals) {
    var byId = new LinkedHashMap<SignalId, Signal>();
    signals.forEach(signal -> byId.putIfAbsent(signal.id(), signal));
    if (!byId.isEmpty()) {
      announcer.announce(List.copyOf(byId.values()));
    }
  }
}

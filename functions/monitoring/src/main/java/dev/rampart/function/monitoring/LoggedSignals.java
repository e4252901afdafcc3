package dev.rampart.function.monitoring;

import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.SignalPublisher;
import java.util.List;

/**
 * Publishes nothing: the function may not write to the bus. What is not published stands in the
 * function's log, from where {@code functions/edgelog} takes it.
 */
final class LoggedSignals implements SignalPublisher {

  @Override
  public void publish(List<Signal> signals) {
    throw new PortUnavailable("signals are logged");
  }
}

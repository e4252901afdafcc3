package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.port.in.ReportSignals;
import java.util.ArrayList;
import java.util.List;

/** Reports the signals in log lines. A line that cannot be read does not stop the others. */
public final class EdgelogConsumer {
  private final ReportSignals report;

  /** Reports the signals through a use case. */
  public EdgelogConsumer(ReportSignals report) {
    this.report = report;
  }

  /**
   * Handles one delivery.
   *
   * @throws IllegalArgumentException if the delivery as a whole cannot be read
   * @throws dev.rampart.domain.port.out.PortUnavailable if it has to be delivered again
   */
  public LogBatchResult handle(JsonNode event) {
    LogDelivery delivery = LogDelivery.read(event);
    LogKind kind = LogKind.of(delivery.logGroup());
    List<Signal> signals = new ArrayList<>();
    int malformed = 0;
    for (LogDelivery.Line line : delivery.lines()) {
      switch (kind.read(line)) {
        case LogLineOutcome.Suspicious(Signal signal) -> signals.add(signal);
        case LogLineOutcome.Malformed() -> malformed++;
        case LogLineOutcome.Harmless() -> {
          // As most lines of a log are.
        }
      }
    }
    report.report(signals);
    return new LogBatchResult(delivery.lines().size(), signals.size(), malformed);
  }
}

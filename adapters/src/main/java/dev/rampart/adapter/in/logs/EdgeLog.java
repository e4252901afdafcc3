package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.detection.Signal;
import dev.rampart.domain.port.in.ReportSignals;
import java.util.ArrayList;

/** Reports what a delivery of log lines says. A line that cannot be read does not stop others. */
public final class EdgeLog {
  private final ReportSignals report;

  /** Reports signals. */
  public EdgeLog(ReportSignals report) {
    this.report = report;
  }

  /**
   * Handles one delivery.
   *
   * @throws IllegalArgumentException where the delivery as a whole cannot be read
   * @throws dev.rampart.domain.port.out.PortUnavailable where it has to be handled again
   */
  public Handled handle(JsonNode event) {
    var delivery = LogLines.read(event);
    var kind = LogKind.of(delivery.logGroup());
    var signals = new ArrayList<Signal>();
    var malformed = 0;
    for (var line : delivery.lines()) {
      switch (kind.read(line)) {
        case Reading.Suspicious(var signal) -> signals.add(signal);
        case Reading.Malformed() -> malformed++;
        case Reading.Harmless() -> {
          // Most lines of a log are.
        }
      }
    }
    report.report(signals);
    return new Handled(delivery.lines().size(), signals.size(), malformed);
  }

  /**
   * What came of a delivery.
   *
   * @param lines how many lines it held
   * @param signals how many of them were signals
   * @param malformed how many could not be read
   */
  public record Handled(int lines, int signals, int malformed) {}
}

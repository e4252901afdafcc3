package dev.rampart.local.firewall.log;

import dev.rampart.local.firewall.engine.FirewallVerdict;
import dev.rampart.local.template.Properties;
import java.util.List;
import java.util.Optional;

/** What a logging configuration asks for. */
public final class FirewallLog {
  private final String destinationArn;
  private final Redaction redaction;
  private final LogFilter filter;

  private FirewallLog(String destinationArn, Redaction redaction, LogFilter filter) {
    this.destinationArn = destinationArn;
    this.redaction = redaction;
    this.filter = filter;
  }

  /** Reads a resource {@code AWS::WAFv2::LoggingConfiguration}. */
  public static FirewallLog read(Properties logging) {
    List<String> destinations = logging.texts("LogDestinationConfigs");
    if (destinations.size() != 1 || !destinations.getFirst().contains(":log-group:")) {
      throw logging.fault(
          "LogDestinationConfigs",
          "does not name one log group; other destinations are no part of the local run");
    }
    return new FirewallLog(
        destinations.getFirst(), Redaction.read(logging), LogFilter.read(logging));
  }

  /** Returns the ARN of the log group that the records go to. */
  public String destinationArn() {
    return destinationArn;
  }

  /** Returns the record of a judgement as one line of JSON; empty if it is not kept. */
  public Optional<String> line(LogSource source, FirewallVerdict verdict) {
    return filter.keeps(verdict)
        ? Optional.of(new FirewallLogRecord(redaction, source, verdict).json().toString())
        : Optional.empty();
  }
}

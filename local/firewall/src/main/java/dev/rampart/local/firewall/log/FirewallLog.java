package dev.rampart.local.firewall.log;

import dev.rampart.local.firewall.engine.FirewallVerdict;
import dev.rampart.local.template.Properties;
import java.util.Optional;

/** What a logging configuration asks for. */
public final class FirewallLog {
  private final Redaction redaction;
  private final LogFilter filter;

  private FirewallLog(Redaction redaction, LogFilter filter) {
    this.redaction = redaction;
    this.filter = filter;
  }

  /** Reads a resource {@code AWS::WAFv2::LoggingConfiguration}. */
  public static FirewallLog read(Properties logging) {
    if (logging.texts("LogDestinationConfigs").size() != 1) {
      throw logging.fault("LogDestinationConfigs", "does not name one destination");
    }
    return new FirewallLog(Redaction.read(logging), LogFilter.read(logging));
  }

  /** Returns the record of a judgement as one line of JSON; empty if it is not kept. */
  public Optional<String> line(LogSource source, FirewallVerdict verdict) {
    return filter.keeps(verdict)
        ? Optional.of(new FirewallLogRecord(redaction, source, verdict).json().toString())
        : Optional.empty();
  }
}

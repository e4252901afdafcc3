package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * The kinds of logs that are read. The name of the log group alone decides: the subscription wrote
 * it, no client did.
 */
enum LogKind {
  FIREWALL,
  ACCESS,
  FUNCTION,
  SIGN_IN,
  OTHER;

  /** The firewall accepts only log groups whose name begins so. */
  private static final String FIREWALL_PREFIX = "aws-waf-logs-";

  static LogKind of(String logGroup) {
    if (logGroup.startsWith(FIREWALL_PREFIX)) {
      return FIREWALL;
    }
    if (logGroup.endsWith("/access")) {
      return ACCESS;
    }
    if (logGroup.endsWith("/sign-in")) {
      return SIGN_IN;
    }
    return logGroup.endsWith("/api") ? FUNCTION : OTHER;
  }

  LogLineOutcome read(LogDelivery.Line line) {
    return LogDelivery.object(line.message())
        .map(json -> read(line.id(), json))
        .orElseGet(LogLineOutcome.Malformed::new);
  }

  private LogLineOutcome read(String lineId, JsonNode json) {
    return switch (this) {
      case FIREWALL -> new FirewallRecord(json).read(lineId);
      case ACCESS -> new AccessRecord(json).read();
      case FUNCTION -> FunctionRecord.read(json);
      case SIGN_IN -> new SignInRecord(json).read(lineId);
      case OTHER -> new LogLineOutcome.Harmless();
    };
  }
}

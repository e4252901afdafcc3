package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.rejection.RejectionReason;
import java.util.List;
import java.util.Optional;

/**
 * The kinds of logs that are read. The name of the log group alone decides: the subscription wrote
 * it, no client did.
 */
enum LogKind {
  FIREWALL("firewall"),
  ACCESS("access"),
  FUNCTION("function"),
  SIGN_IN("sign-in");

  /** The firewall accepts only log groups whose name begins so. */
  private static final String FIREWALL_PREFIX = "aws-waf-logs-";

  /** How the names of the log groups of functions that answer requests end. */
  private static final List<String> FUNCTIONS = List.of("/api", "/security", "/monitoring");

  private final String wireName;

  LogKind(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the kind of a log group; empty if it is none of those that are read. */
  static Optional<LogKind> of(String logGroup) {
    if (logGroup.startsWith(FIREWALL_PREFIX)) {
      return Optional.of(FIREWALL);
    }
    if (logGroup.endsWith("/access")) {
      return Optional.of(ACCESS);
    }
    if (logGroup.endsWith("/sign-in")) {
      return Optional.of(SIGN_IN);
    }
    return FUNCTIONS.stream().anyMatch(logGroup::endsWith)
        ? Optional.of(FUNCTION)
        : Optional.empty();
  }

  /** Returns the name in messages and metrics. */
  String wireName() {
    return wireName;
  }

  LogLineOutcome read(String lineId, LineJson text, KeyedHash names) {
    return switch (text) {
      case LineJson.Read(JsonNode json) -> read(lineId, json, names);
      case LineJson.Broken(RejectionReason reason) -> new LogLineOutcome.Rejected(reason);
    };
  }

  /**
   * Returns what a line says.
   *
   * @param names hashes the names to which the log has no id
   */
  LogLineOutcome read(String lineId, JsonNode json, KeyedHash names) {
    return switch (this) {
      case FIREWALL -> new FirewallRecord(json).read(lineId);
      case ACCESS -> new AccessRecord(json).read();
      case FUNCTION -> FunctionRecord.read(json);
      case SIGN_IN -> new SignInRecord(json, names).read(lineId);
    };
  }
}

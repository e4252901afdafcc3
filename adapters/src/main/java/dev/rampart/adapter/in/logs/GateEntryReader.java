package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.GateLog;
import dev.rampart.domain.detection.trail.GateReason;
import dev.rampart.domain.detection.trail.RequestOutcome;
import java.util.Optional;

/** Reads log lines one by one, for whoever searches for them. */
public final class GateEntryReader {
  /** No entry shows the account that a sign-in was about, so any hash will do. */
  private static final KeyedHash NAMES = KeyedHash.of("");

  private GateEntryReader() {}

  /**
   * Returns what a line says of a request or a sign-in; empty if it says nothing of any.
   *
   * @param logGroup tells of which kind the line is
   * @param lineId tells it apart from all others
   */
  public static Optional<GateEntry> read(String logGroup, String lineId, String line) {
    return LogKind.of(logGroup)
        .flatMap(
            kind ->
                LineJson.of(line) instanceof LineJson.Read(JsonNode json)
                    ? read(kind, lineId, json)
                    : Optional.empty());
  }

  private static Optional<GateEntry> read(LogKind kind, String lineId, JsonNode json) {
    return switch (kind) {
      case ACCESS -> new AccessRecord(json).entry();
      case FIREWALL -> new FirewallRecord(json).entry(lineId);
      case FUNCTION -> new FunctionRequestLine(json).entry();
      case SIGN_IN -> signal(kind.read(lineId, json, NAMES)).map(GateEntryReader::signIn);
    };
  }

  /** Returns the signal that a line gave; empty if it gave none. */
  static Optional<Signal> signal(LogLineOutcome outcome) {
    return outcome instanceof LogLineOutcome.Suspicious(Signal signal)
        ? Optional.of(signal)
        : Optional.empty();
  }

  /** Returns what a signal says was against a request. */
  static GateReason reason(Signal signal) {
    return new GateReason(
        Optional.of(signal.gate()),
        Optional.of(signal.point()),
        signal.evidence().field(),
        signal.evidence().rule(),
        Optional.empty());
  }

  private static GateEntry signIn(Signal signal) {
    boolean passed = signal.point() == DetectionPoint.AUTH_OK;
    return new GateEntry(
        GateLog.SIGN_IN,
        Optional.empty(),
        signal.observedAt(),
        signal.source(),
        signal.request(),
        passed ? RequestOutcome.PASSED : RequestOutcome.REFUSED,
        passed ? GateReason.none() : reason(signal));
  }
}

package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.tuning.CountedRequest;
import dev.rampart.domain.detection.tuning.LineSignals;
import java.util.List;
import java.util.Optional;

/**
 * Reads the signals of log lines, as edgelog would make them, and those that functions published.
 *
 * @param names hashes the names to which the log has no id
 */
public record RecordedLineReader(KeyedHash names) {
  /**
   * Returns what a line tells; empty if it tells nothing.
   *
   * @param logGroup tells of which kind the line is
   * @param lineId tells it apart from all others
   */
  public Optional<LineSignals> read(String logGroup, String lineId, String line) {
    return LogKind.of(logGroup)
        .flatMap(
            kind ->
                LineJson.of(line) instanceof LineJson.Read(JsonNode json)
                    ? Optional.of(read(kind, lineId, json)).filter(read -> !read.isEmpty())
                    : Optional.empty());
  }

  private LineSignals read(LogKind kind, String lineId, JsonNode json) {
    List<Signal> signals =
        kind == LogKind.FUNCTION
            ? LogRecordReader.published(json)
            : GateEntryReader.signal(kind.read(lineId, json, names)).stream().toList();
    Optional<CountedRequest> counted =
        kind == LogKind.FIREWALL ? CountedRequestReader.read(json) : Optional.empty();
    return new LineSignals(signals, principal(kind, json, signals), counted);
  }

  /** The gateway tells of each request who made it, whatever came of it. */
  private static Optional<String> principal(LogKind kind, JsonNode json, List<Signal> signals) {
    return switch (kind) {
      case ACCESS ->
          new AccessRecord(json).entry().map(GateEntry::source).flatMap(each -> each.principal());
      case SIGN_IN ->
          signals.stream().flatMap(each -> each.source().principal().stream()).findFirst();
      case FIREWALL, FUNCTION -> Optional.empty();
    };
  }
}

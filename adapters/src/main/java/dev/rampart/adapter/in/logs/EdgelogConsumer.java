package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.rejection.RejectedRecord;
import dev.rampart.domain.detection.rejection.RejectionReason;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.port.in.RejectRecords;
import dev.rampart.domain.port.in.ReportSignals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reports the signals in log lines. A line that cannot be read is rejected and does not stop the
 * others; so is a delivery that cannot be read, since another try would end the same.
 */
public final class EdgelogConsumer {
  /** Stands for the kind of a log that is none of those that are read. */
  private static final String UNKNOWN_LOG = "other";

  private final ReportSignals report;
  private final RejectRecords reject;
  private final KeyedHash names;
  private final PublishedSuccesses published = new PublishedSuccesses();

  /**
   * Reports signals and rejects lines through use cases.
   *
   * @param names hashes the names to which the log has no id
   */
  public EdgelogConsumer(ReportSignals report, RejectRecords reject, KeyedHash names) {
    this.report = report;
    this.reject = reject;
    this.names = names;
  }

  /**
   * Handles one delivery.
   *
   * @throws IllegalArgumentException if it is no delivery of a log subscription at all
   * @throws dev.rampart.domain.port.out.PortUnavailable if it has to be delivered again
   */
  public LogBatchResult handle(JsonNode event) {
    return switch (LogDelivery.read(event)) {
      case LogDelivery.Lines lines -> handle(lines);
      case LogDelivery.Probe() -> new LogBatchResult(0, 0, 0);
      case LogDelivery.Unreadable(RejectionReason reason, long sizeBytes) ->
          rejected(reason, Optional.empty(), 0, sizeBytes);
    };
  }

  private LogBatchResult handle(LogDelivery.Lines delivery) {
    return LogKind.of(delivery.logGroup())
        .map(kind -> handle(kind, delivery))
        .orElseGet(
            () ->
                rejected(
                    RejectionReason.UNKNOWN_LOG,
                    logGroup(delivery),
                    delivery.lines().size(),
                    delivery.lines().stream()
                        .mapToLong(line -> LineJson.sizeBytes(line.message()))
                        .sum()));
  }

  private LogBatchResult handle(LogKind kind, LogDelivery.Lines delivery) {
    List<Signal> signals = new ArrayList<>();
    List<RejectedRecord> rejected = new ArrayList<>();
    for (LogDelivery.Line line : delivery.lines()) {
      LineJson text = LineJson.of(line.message());
      switch (kind.read(line.id(), text, names)) {
        case LogLineOutcome.Suspicious(Signal signal) -> signals.add(signal);
        case LogLineOutcome.Rejected(RejectionReason reason) ->
            rejected.add(rejected(delivery, line, kind, text, reason));
        case LogLineOutcome.Harmless() -> {
          // As most lines of a log are.
        }
      }
    }
    List<Signal> news = published.without(Signal.distinct(signals));
    report.report(news);
    published.add(news);
    reject.reject(rejected);
    return new LogBatchResult(delivery.lines().size(), news.size(), rejected.size());
  }

  private static RejectedRecord rejected(
      LogDelivery.Lines delivery,
      LogDelivery.Line line,
      LogKind kind,
      LineJson text,
      RejectionReason reason) {
    return new RejectedRecord(
        kind.wireName(),
        logGroup(delivery),
        Optional.of(line.id()).filter(id -> !id.isEmpty()),
        line.loggedAt(),
        reason,
        LineJson.sizeBytes(line.message()),
        GateMembers.of(kind, text));
  }

  /** Rejects a delivery as a whole. */
  private LogBatchResult rejected(
      RejectionReason reason, Optional<String> logGroup, int lines, long sizeBytes) {
    reject.reject(
        List.of(
            new RejectedRecord(
                UNKNOWN_LOG,
                logGroup,
                Optional.empty(),
                Optional.empty(),
                reason,
                sizeBytes,
                Map.of())));
    return new LogBatchResult(lines, 0, 1);
  }

  private static Optional<String> logGroup(LogDelivery.Lines delivery) {
    return Optional.of(delivery.logGroup()).filter(MemberForm.LOG_GROUP::holds);
  }
}

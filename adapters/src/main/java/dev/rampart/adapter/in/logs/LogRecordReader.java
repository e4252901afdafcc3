package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.event.SuspiciousRequestV1;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.common.Rfc3339;
import dev.rampart.domain.detection.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Records that were kept in files, where no log group tells what they are: their members do. It is
 * for the records of one's own logs; what subscriptions deliver goes by the log group alone.
 */
public final class LogRecordReader {
  private static final String PUBLISHED = "signals";

  private LogRecordReader() {}

  /**
   * Returns what a record says; empty if it is of none of the logs that edgelog reads.
   *
   * @param lineId tells it apart from all others
   * @param names hashes the names to which the log has no id
   */
  public static Optional<LogLineOutcome> read(JsonNode json, String lineId, KeyedHash names) {
    return kind(json).map(kind -> kind.read(lineId, json, names));
  }

  /** Returns the signals that a function published about a request, as its line holds them. */
  public static List<Signal> published(JsonNode json) {
    return StreamSupport.stream(json.path(PUBLISHED).spliterator(), false)
        .flatMap(each -> SuspiciousRequestV1.parse(each).stream())
        .map(SuspiciousRequestV1::signal)
        .toList();
  }

  /** Returns the time of a record; empty if it tells none. */
  public static Optional<Instant> time(JsonNode json) {
    return kind(json)
        .flatMap(
            kind ->
                switch (kind) {
                  case FIREWALL -> LogFields.time(json, "timestamp");
                  case ACCESS -> LogFields.time(json, "requestTimeEpoch");
                  case SIGN_IN -> LogFields.time(json, "eventTimestamp");
                  case FUNCTION ->
                      Rfc3339.parse(json.path("signal").path("observedAt").asText())
                          .or(() -> Rfc3339.parse(json.path("timestamp").asText()));
                });
  }

  /** Returns whether a record is one of AWS WAF. */
  public static boolean isFirewall(JsonNode json) {
    return json.has("httpRequest") && json.has("webaclId");
  }

  private static Optional<LogKind> kind(JsonNode json) {
    if (isFirewall(json)) {
      return Optional.of(LogKind.FIREWALL);
    }
    if (json.has("requestTimeEpoch")) {
      return Optional.of(LogKind.ACCESS);
    }
    if (json.has("eventTimestamp") && json.path("message").isObject()) {
      return Optional.of(LogKind.SIGN_IN);
    }
    return json.has("signal") || json.has("decision")
        ? Optional.of(LogKind.FUNCTION)
        : Optional.empty();
  }
}

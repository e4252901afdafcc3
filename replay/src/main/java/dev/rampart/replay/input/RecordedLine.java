package dev.rampart.replay.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.adapter.in.logs.LogLineOutcome;
import dev.rampart.adapter.in.logs.LogRecordReader;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.rejection.RejectionReason;
import dev.rampart.domain.detection.signal.Signal;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells by a line itself which format it has, and reads it. */
public final class RecordedLine {
  /** Exports of CloudWatch Logs begin each line with its time, in this length. */
  private static final int EXPORT_TIME_LENGTH = "2026-11-22T10:15:30.123Z".length();

  /** What a subscription sends to see whether anybody is there. */
  private static final String CONTROL_MESSAGE = "CONTROL_MESSAGE";

  /** What is recorded is nobody's secret: the same file gives the same findings everywhere. */
  public static final KeyedHash HASH = KeyedHash.of("replay");

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private RecordedLine() {}

  /**
   * Reads a line.
   *
   * @param number of the line in its file, from 1
   */
  public static LineOutcome read(String line, String file, long number) {
    LineOutcome outcome = readAnyTime(line, file, number);
    return outcome instanceof LineOutcome.Read(Optional<Instant> at, _, _)
            && at.filter(time -> !TimeOrder.isInRange(time)).isPresent()
        ? TimeOrder.OUT_OF_RANGE
        : outcome;
  }

  private static LineOutcome readAnyTime(String line, String file, long number) {
    if (line.isBlank()) {
      return new LineOutcome.Blank();
    }
    if (line.charAt(0) == '{') {
      return json(line, file, number);
    }
    if (line.startsWith(" {", EXPORT_TIME_LENGTH)) {
      return json(line.substring(EXPORT_TIME_LENGTH + 1), file, number);
    }
    return CombinedLogLine.parse(line)
        .<LineOutcome>map(
            request ->
                new LineOutcome.Read(
                    Optional.of(request.time()),
                    CombinedLogSignals.of(request, file, number),
                    List.of()))
        .orElseGet(() -> new LineOutcome.NotUnderstood("neither JSON nor Combined Log Format"));
  }

  private static LineOutcome json(String line, String file, long number) {
    try {
      JsonNode json = JSON.readValue(line.getBytes(UTF_8));
      if (SignalLine.is(json)) {
        return SignalLine.read(json);
      }
      if (json.path("messageType").asText().equals(CONTROL_MESSAGE)) {
        return LineOutcome.Read.nothing();
      }
      return json.path("logEvents").isArray()
          ? delivered(json.path("logEvents"), file, number)
          : record(json, file + ":" + number);
    } catch (IOException _) {
      return new LineOutcome.NotUnderstood("broken JSON");
    }
  }

  /** A delivery of a subscription, as Firehose keeps it: lines of a log inside one of a file. */
  private static LineOutcome delivered(JsonNode events, String file, long number) {
    Optional<Instant> first = Optional.empty();
    List<Signal> signals = new ArrayList<>();
    List<JsonNode> firewallRecords = new ArrayList<>();
    Optional<LineOutcome> fault = Optional.empty();
    for (JsonNode event : events) {
      String place = file + "/" + event.path("id").asText();
      switch (read(event.path("message").asText(), place, number)) {
        case LineOutcome.Read(Optional<Instant> at, List<Signal> some, List<JsonNode> records) -> {
          if (isFarAhead(at, first)) {
            fault = Optional.of(TimeOrder.TOO_FAR_AHEAD);
          } else {
            first = first.or(() -> at);
            signals.addAll(some);
            firewallRecords.addAll(records);
          }
        }
        case LineOutcome.Blank() -> {}
        case LineOutcome.NotUnderstood broken -> fault = Optional.of(broken);
      }
    }
    boolean nothing = signals.isEmpty() && firewallRecords.isEmpty();
    LineOutcome read = new LineOutcome.Read(first, signals, firewallRecords);
    return nothing ? fault.orElse(read) : read;
  }

  private static boolean isFarAhead(Optional<Instant> time, Optional<Instant> first) {
    return time.isPresent() && first.isPresent() && TimeOrder.isFarAhead(time.get(), first.get());
  }

  private static LineOutcome record(JsonNode json, String id) {
    List<Signal> published = LogRecordReader.published(json);
    if (!published.isEmpty()) {
      return of(json, published);
    }
    return switch (LogRecordReader.read(json, id, HASH).orElse(null)) {
      case LogLineOutcome.Suspicious(Signal signal) -> of(json, List.of(signal));
      case LogLineOutcome.Harmless() -> of(json, List.of());
      case LogLineOutcome.Rejected(RejectionReason reason) ->
          new LineOutcome.NotUnderstood(reason.wireName());
      case null -> new LineOutcome.NotUnderstood("JSON of no known format");
    };
  }

  private static LineOutcome of(JsonNode json, List<Signal> signals) {
    return new LineOutcome.Read(
        LogRecordReader.time(json),
        signals,
        LogRecordReader.isFirewall(json) ? List.of(json) : List.of());
  }
}

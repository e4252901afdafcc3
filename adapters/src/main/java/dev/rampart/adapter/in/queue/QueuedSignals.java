package dev.rampart.adapter.in.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.adapter.event.SuspiciousRequestV1;
import dev.rampart.domain.detection.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The signals of one delivery.
 *
 * @param signals by the id of the message that brought them
 * @param malformed ids of the messages that cannot be read
 */
record QueuedSignals(Map<String, Signal> signals, List<String> malformed) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Set<String> SOURCES =
      Set.of("rampart.api", "rampart.security", "rampart.edge");

  /** A gate's clock may be ahead of the queue by so much; a later time would hide other signals. */
  private static final Duration AHEAD_MAX = Duration.ofMinutes(30);

  /**
   * Reads the event that SQS gives to a function.
   *
   * @throws IllegalArgumentException if the function was not called by SQS
   */
  static QueuedSignals read(JsonNode event, DetailValidator check) {
    JsonNode records = event.path("Records");
    if (!records.isArray()) {
      throw new IllegalArgumentException("not a delivery of a queue: no Records");
    }
    Map<String, Signal> signals = new LinkedHashMap<>();
    List<String> malformed = new ArrayList<>();
    for (JsonNode message : records) {
      String id = message.path("messageId").asText();
      signal(message.path("body").asText(), check)
          .filter(signal -> signal.observedAt().isBefore(latest(message)))
          .ifPresentOrElse(signal -> signals.put(id, signal), () -> malformed.add(id));
    }
    return new QueuedSignals(signals, malformed);
  }

  private static Optional<Signal> signal(String body, DetailValidator check) {
    try {
      return signal(MAPPER.readTree(body), check);
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static Optional<Signal> signal(JsonNode envelope, DetailValidator check) {
    JsonNode detail = envelope.path("detail");
    if (!SOURCES.contains(envelope.path("source").asText())
        || !envelope.path("detail-type").asText().equals(SuspiciousRequestV1.DETAIL_TYPE)
        || !check.accepts(detail)) {
      return Optional.empty();
    }
    return SuspiciousRequestV1.parse(detail).map(SuspiciousRequestV1::signal);
  }

  /** The time of the envelope is that of the signal; when the message was sent, the queue says. */
  private static Instant latest(JsonNode message) {
    long sent = message.at("/attributes/SentTimestamp").asLong();
    return Instant.ofEpochMilli(sent).plus(AHEAD_MAX);
  }
}

package dev.rampart.adapter.in.queue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rampart.adapter.event.ThreatReportV1;
import dev.rampart.domain.port.in.RespondToThreats.ThreatReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The threats of one delivery.
 *
 * @param threats by the id of the message that brought them
 * @param orders how many messages say that a person changed what is to be blocked
 * @param malformed ids of the messages that cannot be read
 */
record QueuedThreats(Map<String, ThreatReport> threats, int orders, List<String> malformed) {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private static final Set<String> SOURCES = Set.of("rampart.detection", "rampart.security");
  private static final String ORDER = "BlockOrdered";
  private static final String ORDERS_FROM = "rampart.security";

  static QueuedThreats read(JsonNode records) {
    Map<String, ThreatReport> threats = new LinkedHashMap<>();
    List<String> malformed = new ArrayList<>();
    int orders = 0;
    for (JsonNode message : records) {
      String id = message.path("messageId").asText();
      JsonNode envelope = tree(message.path("body").asText());
      if (isOrder(envelope)) {
        orders++;
      } else {
        threat(envelope)
            .ifPresentOrElse(threat -> threats.put(id, threat), () -> malformed.add(id));
      }
    }
    return new QueuedThreats(threats, orders, malformed);
  }

  private static JsonNode tree(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException _) {
      return MAPPER.missingNode();
    }
  }

  /** What was ordered is kept already; the message says that it is time to look. */
  private static boolean isOrder(JsonNode envelope) {
    return envelope.path("source").asText().equals(ORDERS_FROM)
        && envelope.path("detail-type").asText().equals(ORDER);
  }

  private static Optional<ThreatReport> threat(JsonNode envelope) {
    return SOURCES.contains(envelope.path("source").asText())
        ? ThreatReportV1.parse(envelope.path("detail-type").asText(), envelope.path("detail"))
        : Optional.empty();
  }
}

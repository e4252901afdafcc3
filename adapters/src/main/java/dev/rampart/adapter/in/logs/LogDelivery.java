package dev.rampart.adapter.in.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * A delivery of a log subscription: lines of one log group.
 *
 * @param logGroup its name; empty if there is nothing to read
 */
record LogDelivery(String logGroup, List<Line> lines) {
  /** One line, with the id that a repeated delivery repeats. */
  record Line(String id, String message) {}

  /** Most bytes of a delivery after decompression; CloudWatch Logs sends up to 1 MB before it. */
  static final int BYTES_MAX = 16 * 1024 * 1024;

  // A member that stands twice is how a forged text would try to speak over the gateway's own.
  private static final ObjectMapper MAPPER =
      new ObjectMapper()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

  private static final LogDelivery NOTHING = new LogDelivery("", List.of());

  /**
   * Reads the event that CloudWatch Logs gives to a function. Its own probes hold no lines.
   *
   * @throws IllegalArgumentException if it cannot be read, or is larger than {@link #BYTES_MAX}
   */
  static LogDelivery read(JsonNode event) {
    String data = event.path("awslogs").path("data").textValue();
    if (data == null) {
      throw new IllegalArgumentException("not a delivery of a log subscription: no awslogs.data");
    }
    JsonNode delivery = unpack(data);
    if (!delivery.path("messageType").asText().equals("DATA_MESSAGE")) {
      return NOTHING;
    }
    List<Line> lines = new ArrayList<>();
    for (JsonNode line : delivery.path("logEvents")) {
      lines.add(new Line(line.path("id").asText(), line.path("message").asText()));
    }
    return new LogDelivery(delivery.path("logGroup").asText(), List.copyOf(lines));
  }

  /** Returns the JSON object in a message; empty if there is none. */
  static Optional<JsonNode> object(String message) {
    try {
      return Optional.of(MAPPER.readTree(message)).filter(JsonNode::isObject);
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static JsonNode unpack(String data) {
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(data)))) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      if (bytes.length > BYTES_MAX) {
        throw new IllegalArgumentException("a log delivery of more than 16 MB");
      }
      return MAPPER.readTree(new String(bytes, UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException("a log delivery that cannot be unpacked", e);
    }
  }
}

package dev.rampart.adapter.in.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.domain.common.KeyedHash;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/** Deliveries of a log subscription, as CloudWatch Logs packs them. */
final class Deliveries {
  /** Hashes the names to which the log has no id. */
  static final KeyedHash NAMES = KeyedHash.of("names");

  private Deliveries() {}

  static JsonNode of(String logGroup, String... messages) {
    ObjectNode delivery =
        JsonNodeFactory.instance
            .objectNode()
            .put("messageType", "DATA_MESSAGE")
            .put("owner", "000000000000")
            .put("logGroup", logGroup)
            .put("logStream", "stream");
    ArrayNode events = delivery.putArray("logEvents");
    for (String message : messages) {
      events
          .addObject()
          .put("id", "line-" + events.size())
          .put("timestamp", 1_795_342_530_123L)
          .put("message", message);
    }
    return packed(delivery.toString());
  }

  static JsonNode packed(String delivery) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(delivery.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return data(Base64.getEncoder().encodeToString(bytes.toByteArray()));
  }

  static JsonNode data(String data) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.putObject("awslogs").put("data", data);
    return event;
  }
}

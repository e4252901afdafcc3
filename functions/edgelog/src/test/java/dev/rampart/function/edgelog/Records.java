package dev.rampart.function.edgelog;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/** Log records, each with all members that its service may write, and deliveries of them. */
final class Records {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Records() {}

  static ObjectNode read(String file) {
    try (InputStream in = Objects.requireNonNull(Records.class.getResourceAsStream(file))) {
      return (ObjectNode) MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the text of a delivery of one line. */
  static String delivery(String logGroup, String line) {
    ObjectNode delivery = JsonNodeFactory.instance.objectNode();
    delivery.put("messageType", "DATA_MESSAGE").put("logGroup", logGroup);
    delivery
        .putArray("logEvents")
        .addObject()
        .put("id", "line-1")
        .put("timestamp", 1_795_342_530_123L)
        .put("message", line);
    return delivery.toString();
  }

  /** Returns the event that Lambda gets about a delivery. */
  static ObjectNode event(String delivery) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
      zip.write(delivery.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.putObject("awslogs").put("data", Base64.getEncoder().encodeToString(bytes.toByteArray()));
    return event;
  }
}

package dev.rampart.adapter.in.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.detection.rejection.RejectionReason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A delivery of a log subscription. */
sealed interface LogDelivery {
  /** Most bytes of a delivery after decompression; CloudWatch Logs sends up to 1 MB before it. */
  int BYTES_MAX = 16 * 1024 * 1024;

  /** Lines of one log group. */
  record Lines(String logGroup, List<Line> lines) implements LogDelivery {}

  /** A probe of the subscription, which holds no lines of a log. */
  record Probe() implements LogDelivery {}

  /**
   * What is no such delivery.
   *
   * @param sizeBytes of the compressed text
   */
  record Unreadable(RejectionReason reason, long sizeBytes) implements LogDelivery {}

  /**
   * One line.
   *
   * @param id the same in a repeated delivery
   * @param loggedAt by the log, for those who look for the line
   */
  record Line(String id, Optional<Instant> loggedAt, String message) {}

  /**
   * Reads the event that CloudWatch Logs gives to a function.
   *
   * @throws IllegalArgumentException if somebody else called with something else
   */
  static LogDelivery read(JsonNode event) {
    String data = event.path("awslogs").path("data").textValue();
    if (data == null) {
      throw new IllegalArgumentException("not a delivery of a log subscription: no awslogs.data");
    }
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(data)))) {
      byte[] bytes = in.readNBytes(BYTES_MAX + 1);
      return bytes.length > BYTES_MAX
          ? new Unreadable(RejectionReason.DELIVERY_TOO_LARGE, data.length())
          : of(LineJson.LENIENT.readTree(new String(bytes, UTF_8)))
              .orElseGet(() -> new Unreadable(RejectionReason.DELIVERY_UNREADABLE, data.length()));
    } catch (IOException | IllegalArgumentException _) {
      return new Unreadable(RejectionReason.DELIVERY_UNREADABLE, data.length());
    }
  }

  private static Optional<LogDelivery> of(JsonNode delivery) {
    return switch (delivery.path("messageType").asText()) {
      case "CONTROL_MESSAGE" -> Optional.of(new Probe());
      case "DATA_MESSAGE" ->
          delivery.path("logEvents").isArray() && delivery.path("logGroup").isTextual()
              ? Optional.of(
                  new Lines(
                      delivery.path("logGroup").textValue(), lines(delivery.path("logEvents"))))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static List<Line> lines(JsonNode events) {
    List<Line> lines = new ArrayList<>();
    for (JsonNode event : events) {
      lines.add(
          new Line(
              LogFields.text(event, "id", MemberForm.ID).orElse(""),
              LogFields.time(event, "timestamp"),
              event.path("message").asText()));
    }
    return List.copyOf(lines);
  }
}

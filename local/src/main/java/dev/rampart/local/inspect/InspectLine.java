package dev.rampart.local.inspect;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.domain.inspection.FieldKind;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One line of input.
 *
 * @param kind what the value is, if the line says
 */
record InspectLine(String id, String payload, Optional<FieldKind> kind, Label label) {

  /** Longer lines are malformed: memory is bounded, and the API takes no body near this size. */
  static final int BYTES_MAX = 1 << 24;

  enum Label {
    ATTACK,
    BENIGN,
    NONE
  }

  private static final ObjectMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(BYTES_MAX).build())
                  .build())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a line; empty if it is blank.
   *
   * @throws IllegalArgumentException if it is no such object, in words for the user
   */
  static Optional<InspectLine> read(byte[] bytes) {
    String text = decode(bytes);
    if (text.isBlank()) {
      return Optional.empty();
    }
    JsonNode node = parse(text);
    if (!node.isObject()) {
      throw new IllegalArgumentException("is no JSON object");
    }
    return Optional.of(new InspectLine(id(node), text(node, "payload"), kind(node), label(node)));
  }

  private static String decode(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("is not UTF-8", e);
    }
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      String reason = e.getOriginalMessage().lines().findFirst().orElse("");
      throw new IllegalArgumentException("is no JSON: " + reason, e);
    }
  }

  /** An id stands in a line of its own in the output, between tabs, as UTF-8. */
  private static String id(JsonNode node) {
    String id = text(node, "id");
    if (id.isEmpty()
        || id.chars().anyMatch(Character::isISOControl)
        || !StandardCharsets.UTF_8.newEncoder().canEncode(id)) {
      throw new IllegalArgumentException(
          "\"id\" is empty or holds control characters or half a surrogate pair");
    }
    return id;
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("has no text \"" + name + "\"");
    }
    return value.asText();
  }

  private static Optional<FieldKind> kind(JsonNode node) {
    if (node.path("field").isMissingNode()) {
      return Optional.empty();
    }
    Optional<FieldKind> kind = FieldKind.of(text(node, "field"));
    if (kind.isEmpty()) {
      throw new IllegalArgumentException("\"field\" is no kind of field");
    }
    return kind;
  }

  private static Label label(JsonNode node) {
    return switch (node.path("label").asText()) {
      case "attack" -> Label.ATTACK;
      case "benign" -> Label.BENIGN;
      default -> Label.NONE;
    };
  }
}

package dev.rampart.local.inspect;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import org.jspecify.annotations.Nullable;

/**
 * One line of input.
 *
 * @param kind what the value is, where the line says
 */
record InspectLine(String id, String payload, Optional<FieldKind> kind, Label label) {

  enum Label {
    ATTACK,
    BENIGN,
    NONE
  }

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /**
   * Reads a line; null where it is blank.
   *
   * @throws IllegalArgumentException where it is no such object, in words for the user
   * @throws CharacterCodingException where it is not UTF-8
   */
  static @Nullable InspectLine read(byte[] bytes) throws CharacterCodingException {
    var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    if (text.isBlank()) {
      return null;
    }
    var node = parse(text);
    if (!node.isObject()) {
      throw new IllegalArgumentException("is no JSON object");
    }
    var id = text(node, "id");
    if (id.isEmpty() || id.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("\"id\" is empty or holds control characters");
    }
    return new InspectLine(id, text(node, "payload"), kind(node), label(node));
  }

  private static JsonNode parse(String text) {
    try {
      return JSON.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static String text(JsonNode node, String name) {
    var value = node.path(name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("has no text \"" + name + "\"");
    }
    return value.asText();
  }

  private static Optional<FieldKind> kind(JsonNode node) {
    if (node.path("field").isMissingNode()) {
      return Optional.empty();
    }
    var keyword = text(node, "field");
    var kind = FieldKind.of(keyword);
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

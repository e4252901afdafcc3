package dev.rampart.adapter.in.apigateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Reads bodies as I-JSON (RFC 7493) and nothing more lenient: UTF-8 without a byte order mark, no
 * duplicate names, no lone surrogates, no number beyond a double, nothing after the value.
 */
final class StrictJson {

  static final int DEPTH_MAX = 20;
  static final int NAME_CHARS_MAX = 256;
  static final int NUMBER_CHARS_MAX = 400;

  private static final ObjectReader READER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEPTH_MAX)
                          .maxNameLength(NAME_CHARS_MAX)
                          .maxNumberLength(NUMBER_CHARS_MAX)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  private StrictJson() {}

  /** Returns the value that the bytes hold. No text of the parser leaks into the refusal. */
  static Checked<JsonNode> read(byte[] bytes) {
    CharBuffer text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException _) {
      return malformed("The body must be valid UTF-8.");
    }
    if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
      return malformed("The body must not start with a byte order mark.");
    }
    return parse(text.toString());
  }

  private static Checked<JsonNode> parse(String text) {
    JsonNode node;
    try {
      node = READER.readValue(text);
    } catch (JsonProcessingException _) {
      return malformed(
          "The body must be one JSON value (RFC 8259) without duplicate names, at most "
              + DEPTH_MAX
              + " levels deep.");
    }
    if (node.isMissingNode()) {
      return malformed("The body is empty; it must be one JSON value.");
    }
    return fault(node);
  }

  private static Checked<JsonNode> fault(JsonNode node) {
    if (!numbersFit(node)) {
      return malformed("The body holds a number beyond the range of a double.");
    }
    return surrogatesPair(node)
        ? Checked.good(node)
        : malformed("The body holds half of a surrogate pair.");
  }

  private static boolean numbersFit(JsonNode node) {
    if (node.isNumber()) {
      return Double.isFinite(node.doubleValue());
    }
    return node.valueStream().allMatch(StrictJson::numbersFit);
  }

  private static boolean surrogatesPair(JsonNode node) {
    if (node.isTextual()) {
      return wellFormed(node.textValue());
    }
    return node.propertyStream().allMatch(member -> wellFormed(member.getKey()))
        && node.valueStream().allMatch(StrictJson::surrogatesPair);
  }

  private static boolean wellFormed(String text) {
    return text.codePoints().noneMatch(c -> Character.getType(c) == Character.SURROGATE);
  }

  private static Checked<JsonNode> malformed(String detail) {
    return Checked.bad(Problem.MALFORMED_JSON.because(detail));
  }
}

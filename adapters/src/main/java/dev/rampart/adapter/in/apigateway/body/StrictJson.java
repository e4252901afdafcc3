package dev.rampart.adapter.in.apigateway.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
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

  private static final int DEPTH_MAX = 20;
  private static final int NAME_CHARS_MAX = 256;
  private static final int NUMBER_CHARS_MAX = 400;

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

  /**
   * Returns the JSON value in the bytes.
   *
   * @throws RefusedRequest if there is none; the refusal holds no text of the parser
   */
  static JsonNode read(byte[] bytes) {
    CharBuffer text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException _) {
      throw malformed("The body must be valid UTF-8.");
    }
    if (!text.isEmpty() && text.charAt(0) == '\uFEFF') {
      throw malformed("The body must not start with a byte order mark.");
    }
    return parse(text.toString());
  }

  private static JsonNode parse(String text) {
    JsonNode node;
    try {
      node = READER.readValue(text);
    } catch (JsonProcessingException _) {
      throw malformed(
          "The body must be one JSON value (RFC 8259) without duplicate names, at most "
              + DEPTH_MAX
              + " levels deep.");
    }
    if (node.isMissingNode()) {
      throw malformed("The body is empty; it must be one JSON value.");
    }
    if (!numbersFit(node)) {
      throw malformed("The body has a number outside the range of a double.");
    }
    if (!surrogatesPair(node)) {
      throw malformed("The body has a text with an unpaired surrogate.");
    }
    return node;
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

  private static RefusedRequest malformed(String detail) {
    return new RefusedRequest(CommonProblem.MALFORMED_JSON.because(detail));
  }
}

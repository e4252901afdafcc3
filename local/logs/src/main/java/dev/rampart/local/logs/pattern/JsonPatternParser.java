package dev.rampart.local.logs.pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Locale;
import java.util.Optional;

/**
 * Parses a pattern of JSON lines: {@code { ($.a = "x*") && ($.n >= 3 || $.b IS TRUE) }}. {@code &&}
 * binds closer than {@code ||}.
 */
final class JsonPatternParser {
  private static final int DEPTH_MAX = 32;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  // Names come from clients: a table of them would be filled, not used.
                  .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                  .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final PatternReader reader;
  private int depth;

  private JsonPatternParser(PatternReader reader) {
    this.reader = reader;
  }

  static FilterPattern parse(String text) throws InvalidPatternException {
    PatternReader reader = new PatternReader(text);
    reader.require("{");
    JsonCondition condition = new JsonPatternParser(reader).any();
    reader.skipSpace();
    reader.require("}");
    reader.skipSpace();
    if (!reader.atEnd()) {
      throw reader.fault("something follows the brace");
    }
    return line -> object(line).filter(condition::holds).isPresent();
  }

  private static Optional<JsonNode> object(String line) {
    // Most lines that are no JSON are told by their first character.
    if (line.isEmpty() || line.stripLeading().indexOf('{') != 0) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readTree(line));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private JsonCondition any() throws InvalidPatternException {
    JsonCondition condition = all();
    while (reader.takeWords("||")) {
      condition = new JsonCondition.Or(condition, all());
    }
    return condition;
  }

  private JsonCondition all() throws InvalidPatternException {
    JsonCondition condition = one();
    while (reader.takeWords("&&")) {
      condition = new JsonCondition.And(condition, one());
    }
    return condition;
  }

  private JsonCondition one() throws InvalidPatternException {
    reader.skipSpace();
    if (!reader.take("(")) {
      return comparison();
    }
    if (++depth > DEPTH_MAX) {
      throw reader.fault("it is deeper than " + DEPTH_MAX + " parentheses");
    }
    JsonCondition condition = any();
    reader.skipSpace();
    reader.require(")");
    depth--;
    return condition;
  }

  private JsonCondition comparison() throws InvalidPatternException {
    JsonSelector selector = JsonSelector.take(reader);
    if (reader.takeWords("NOT", "EXISTS")) {
      return new JsonCondition.Exists(selector, false);
    }
    if (reader.takeWords("EXISTS")) {
      return new JsonCondition.Exists(selector, true);
    }
    if (reader.takeWords("IS")) {
      return new JsonCondition.Is(selector, literal());
    }
    reader.skipSpace();
    return new JsonCondition.Compares(selector, ValueTest.take(reader, Comparison.take(reader)));
  }

  private String literal() throws InvalidPatternException {
    for (String literal : new String[] {"TRUE", "FALSE", "NULL"}) {
      if (reader.takeWords(literal)) {
        return literal.toLowerCase(Locale.ROOT);
      }
    }
    throw reader.fault("IS is followed by TRUE, FALSE or NULL");
  }
}

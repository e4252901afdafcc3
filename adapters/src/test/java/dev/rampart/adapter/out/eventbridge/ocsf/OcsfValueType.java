package dev.rampart.adapter.out.eventbridge.ocsf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A type of plain values, as the dictionary of the schema describes it.
 *
 * @param base the type that it narrows, or itself
 * @param form what a text has to match, in part
 * @param lengthMax longest text, in characters
 * @param min smallest number
 * @param max largest number
 */
record OcsfValueType(
    String name, String base, Optional<Pattern> form, int lengthMax, long min, long max) {
  /** 2000-01-01: a time before it was meant to be in seconds, or is none of ours. */
  private static final long TIME_MIN_MILLIS = 946_684_800_000L;

  /** 2100-01-01. */
  private static final long TIME_MAX_MILLIS = 4_102_444_800_000L;

  static OcsfValueType read(String name, JsonNode json) {
    boolean time = name.equals("timestamp_t");
    JsonNode range = json.path("range");
    return new OcsfValueType(
        name,
        json.path("type").asText(name),
        Optional.ofNullable(json.get("regex")).map(regex -> Pattern.compile(regex.asText())),
        json.path("max_len").asInt(Integer.MAX_VALUE),
        time ? TIME_MIN_MILLIS : range.path(0).asLong(Long.MIN_VALUE),
        time ? TIME_MAX_MILLIS : range.path(1).asLong(Long.MAX_VALUE));
  }

  boolean allows(JsonNode value) {
    return switch (base) {
      case "json_t" -> true;
      case "boolean_t" -> value.isBoolean();
      case "float_t" -> value.isNumber();
      case "integer_t" -> value.isIntegralNumber() && value.canConvertToInt() && inRange(value);
      case "long_t" -> value.isIntegralNumber() && value.canConvertToLong() && inRange(value);
      case "string_t" -> value.isTextual() && isText(value.asText());
      default -> throw new IllegalStateException("a type that is not known here: " + base);
    };
  }

  private boolean inRange(JsonNode value) {
    return value.asLong() >= min && value.asLong() <= max;
  }

  private boolean isText(String text) {
    return text.length() <= lengthMax && form.map(it -> it.matcher(text).find()).orElse(true);
  }
}

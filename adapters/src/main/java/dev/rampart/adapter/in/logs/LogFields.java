package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads the fields of log records: what is absent, empty, null or {@code -} counts as absent. */
final class LogFields {
  private static final int METHOD_CHARACTERS_MAX = 16;
  private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");

  private LogFields() {}

  /** Returns a text that the gate wrote, cut to the longest that a signal may hold. */
  static Optional<String> text(JsonNode json, String name, int lengthMax) {
    String text = json.path(name).asText("");
    return text.isEmpty() || text.equals("-") || text.equals("null")
        ? Optional.empty()
        : Optional.of(text.substring(0, Math.min(text.length(), lengthMax)));
  }

  /** Returns a method if it looks like one: the client chose it. */
  static Optional<String> method(JsonNode json, String name) {
    return text(json, name, METHOD_CHARACTERS_MAX)
        .filter(method -> method.chars().allMatch(c -> c >= 'A' && c <= 'Z'));
  }

  /** Returns a time in milliseconds since the epoch, written as a number or as its digits. */
  static Optional<Instant> time(JsonNode json, String name) {
    OptionalLong millis = number(json, name);
    try {
      return millis.isPresent()
          ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static OptionalLong number(JsonNode json, String name) {
    String text = json.path(name).asText("");
    return MILLIS.matcher(text).matches()
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}

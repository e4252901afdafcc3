package dev.rampart.adapter.in.logs;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** How fields of log records are read: what is absent, empty, null or {@code -} is not there. */
final class Fields {
  private static final int HASH_CHARACTERS = 16;
  private static final int METHOD_CHARACTERS_MAX = 16;
  private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");

  private Fields() {}

  /** A text that the gate wrote, cut where it is longer than the signal may hold. */
  static Optional<String> text(JsonNode json, String name, int lengthMax) {
    var text = json.path(name).asText("");
    return text.isEmpty() || text.equals("-") || text.equals("null")
        ? Optional.empty()
        : Optional.of(text.substring(0, Math.min(text.length(), lengthMax)));
  }

  /** A method, where it looks like one: the client chose it. */
  static Optional<String> method(JsonNode json, String name) {
    return text(json, name, METHOD_CHARACTERS_MAX)
        .filter(method -> method.chars().allMatch(c -> c >= 'A' && c <= 'Z'));
  }

  /** Stands for a text that the client chose, so that equal ones can be told. */
  static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest).substring(0, HASH_CHARACTERS);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Milliseconds since the epoch, as a number or as its digits. */
  static Optional<Instant> time(JsonNode json, String name) {
    var millis = number(json, name);
    try {
      return millis.isPresent()
          ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
          : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static OptionalLong number(JsonNode json, String name) {
    var text = json.path(name).asText("");
    return MILLIS.matcher(text).matches()
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }
}

package dev.rampart.adapter.in.logs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Source;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads the fields of log records: what is absent, empty, null or {@code -} counts as absent. */
final class LogFields {
  // A time in seconds or microseconds, or of a broken clock, would stand in a finding for decades.
  private static final long TIME_MIN_MILLIS = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
  private static final long TIME_MAX_MILLIS = Instant.parse("2100-01-01T00:00:00Z").toEpochMilli();

  private LogFields() {}

  /** Returns a text that the gate wrote, cut to the longest that its form allows. */
  static Optional<String> text(JsonNode json, String name, MemberForm form) {
    String text = word(json, name);
    return Optional.of(text.substring(0, Math.min(text.length(), form.lengthMax())))
        .filter(form::holds);
  }

  /** Returns a text of any form, to compare it and not to pass it on; empty if it is absent. */
  static String word(JsonNode json, String name) {
    String text = json.path(name).asText("");
    return text.equals("-") || text.equals("null") ? "" : text;
  }

  /** Returns a literal address. */
  static Optional<IpAddress> address(JsonNode json, String name) {
    return IpAddress.parse(word(json, name));
  }

  /** Returns a time in milliseconds since the epoch, written as a number or as its digits. */
  static Optional<Instant> time(JsonNode json, String name) {
    OptionalLong millis = number(json, name);
    return millis.isPresent()
            && millis.getAsLong() >= TIME_MIN_MILLIS
            && millis.getAsLong() < TIME_MAX_MILLIS
        ? Optional.of(Instant.ofEpochMilli(millis.getAsLong()))
        : Optional.empty();
  }

  /** Returns a whole number, written as one or as its digits. */
  static OptionalLong number(JsonNode json, String name) {
    String text = json.path(name).asText("");
    return MemberForm.NUMBER.holds(text)
        ? OptionalLong.of(Long.parseLong(text))
        : OptionalLong.empty();
  }

  /** Returns the status of an answer. */
  static OptionalInt status(JsonNode json) {
    OptionalLong status = number(json, "status");
    return status.isPresent()
            && status.getAsLong() >= RequestFacts.STATUS_MIN
            && status.getAsLong() <= RequestFacts.STATUS_MAX
        ? OptionalInt.of((int) status.getAsLong())
        : OptionalInt.empty();
  }

  /** Returns the source as the API's own lines name it, without its user agent. */
  static Source caller(JsonNode json, Optional<String> principal) {
    return new Source(
        address(json, "sourceIp"),
        principal,
        text(json, "client", MemberForm.ID),
        text(json, "apiKeyId", MemberForm.ID),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty());
  }

  /** Returns whether a version is written and another than the known one. */
  static boolean isOtherVersion(JsonNode json, String name, long known) {
    return !json.path(name).asText("").isEmpty()
        && !number(json, name).equals(OptionalLong.of(known));
  }
}

package dev.rampart.adapter.event;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Times in events: RFC 3339, UTC, to the millisecond. */
public final class EventTime {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** Longest text that is looked at, in characters. */
  private static final int LENGTH_MAX = 40;

  private EventTime() {}

  public static String write(Instant instant) {
    return FORMAT.format(instant);
  }

  /** Reads any RFC 3339 time; empty where it is none. */
  public static Optional<Instant> parse(String text) {
    if (text.length() > LENGTH_MAX) {
      return Optional.empty();
    }
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}

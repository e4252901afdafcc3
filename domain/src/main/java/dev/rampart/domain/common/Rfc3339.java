package dev.rampart.domain.common;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Times as RFC 3339 writes them, in UTC and always with milliseconds, so that the texts sort as
 * their times do.
 */
public final class Rfc3339 {
  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  /** The longest text that is read, in characters. */
  private static final int LENGTH_MAX = 40;

  private Rfc3339() {}

  /** Returns the text of a time, cut to the millisecond. */
  public static String format(Instant time) {
    return FORMAT.format(time);
  }

  /** Returns the time of a text in any of the forms of RFC 3339; empty if it is none. */
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

package dev.rampart.domain.common;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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

  private static final int YEAR_DIGITS = 4;
  private static final String OUR_FORM = "0000-00-00T00:00:00.000Z";
  private static final int NANOS_PER_MILLI = 1_000_000;

  private Rfc3339() {}

  /** Returns the text of a time, cut to the millisecond. */
  public static String format(Instant time) {
    return FORMAT.format(time);
  }

  /** Returns the time of a text in any of the forms of RFC 3339; empty if it is none. */
  public static Optional<Instant> parse(String text) {
    if (text.length() > LENGTH_MAX || !hasYear(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(isOurForm(text) ? parseOurForm(text) : Instant.parse(text));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /**
   * Returns the time of a text in the form that {@link #format} writes; empty if it has another or
   * is none. A day has no hour 24 and a minute no second 60.
   */
  public static Optional<Instant> parseFormatted(String text) {
    return isOurForm(text) ? parse(text) : Optional.empty();
  }

  /** The year has four digits; Java reads some of a thousand million years too. */
  private static boolean hasYear(String text) {
    return text.indexOf('-') == YEAR_DIGITS;
  }

  /** The form that {@link #format} writes; most times that are read have it. */
  private static boolean isOurForm(String text) {
    if (text.length() != OUR_FORM.length()) {
      return false;
    }
    for (int i = 0; i < OUR_FORM.length(); i++) {
      char wanted = OUR_FORM.charAt(i);
      char c = text.charAt(i);
      if (wanted == '0' ? !Ascii.isDigit(c) : c != wanted) {
        return false;
      }
    }
    return true;
  }

  private static Instant parseOurForm(String text) {
    LocalDateTime time =
        LocalDateTime.of(
            number(text, 0, 4),
            number(text, 5, 7),
            number(text, 8, 10),
            number(text, 11, 13),
            number(text, 14, 16),
            number(text, 17, 19),
            number(text, 20, 23) * NANOS_PER_MILLI);
    return time.toInstant(ZoneOffset.UTC);
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}

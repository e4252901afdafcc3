package dev.rampart.replay.input;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** Times of the Common Log Format, such as {@code 10/Oct/2000:13:55:36 -0700}. */
final class LogTime {
  private static final int LENGTH = 26;
  private static final List<String> MONTHS =
      List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
  private static final long SECONDS_PER_DAY = 86_400;

  private LogTime() {}

  /** Returns the time in a text; empty if it is none. */
  static Optional<Instant> parse(String text) {
    int month = text.length() == LENGTH ? MONTHS.indexOf(text.substring(3, 6)) + 1 : 0;
    if (month == 0) {
      return Optional.empty();
    }
    try {
      long day = LocalDate.of(number(text, 7, 11), month, number(text, 0, 2)).toEpochDay();
      int sign = text.charAt(21) == '-' ? -1 : 1;
      ZoneOffset offset =
          ZoneOffset.ofHoursMinutes(sign * number(text, 22, 24), sign * number(text, 24, 26));
      long second =
          number(text, 12, 14) * 3_600L + number(text, 15, 17) * 60L + number(text, 18, 20);
      return Optional.of(
          Instant.ofEpochSecond(day * SECONDS_PER_DAY + second - offset.getTotalSeconds()));
    } catch (DateTimeException | NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}

package dev.rampart.local.identity.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Set;

/**
 * When a client says that it proves its password, for example {@code Tue Nov 24 10:00:05 UTC 2026}.
 *
 * @param text as the client wrote and signed it
 */
record SrpTimestamp(String text, LocalDateTime dateTime) {
  /** How far a client's clock may be off; not published by AWS, and as much as AWS's signatures. */
  private static final Duration CLOCK_SKEW_MAX = Duration.ofMinutes(5);

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' uuuu", Locale.ENGLISH);

  /** The same without the weekday, so that a wrong one is read, and then found out. */
  private static final DateTimeFormatter PARSER =
      FORMAT.withResolverFields(
          Set.of(
              ChronoField.YEAR,
              ChronoField.MONTH_OF_YEAR,
              ChronoField.DAY_OF_MONTH,
              ChronoField.HOUR_OF_DAY,
              ChronoField.MINUTE_OF_HOUR,
              ChronoField.SECOND_OF_MINUTE));

  /**
   * Reads a timestamp.
   *
   * @throws dev.rampart.local.protocol.AwsError if it is not a date and time of the zone UTC
   */
  static SrpTimestamp parse(String text) {
    try {
      return new SrpTimestamp(text, LocalDateTime.parse(text, PARSER));
    } catch (DateTimeParseException _) {
      throw Input.invalid("TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english.");
    }
  }

  /**
   * Returns whether it is written as the server would write the same moment, the day without a zero
   * and the weekday right, and close to the server's time.
   */
  boolean isRight(Instant now) {
    Duration skew = Duration.between(now, dateTime.toInstant(ZoneOffset.UTC)).abs();
    return FORMAT.format(dateTime).equals(text) && skew.compareTo(CLOCK_SKEW_MAX) <= 0;
  }
}

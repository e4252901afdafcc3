package dev.rampart.local.alarm;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as CloudWatch writes them. */
public final class AlarmTimes {
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("EEEE dd MMMM, yyyy HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private AlarmTimes() {}

  /** Returns for example {@code 2026-11-29T00:00:00.000+0000}. */
  public static String offset(Instant time) {
    return OFFSET.format(time);
  }

  /** Returns for example {@code Sunday 29 November, 2026 00:00:00 UTC}. */
  static String words(Instant time) {
    return WORDS.format(time);
  }

  /** Returns the seconds since 1970, as the JSON protocol has it. */
  static double seconds(Instant time) {
    return time.toEpochMilli() / 1000.0;
  }
}

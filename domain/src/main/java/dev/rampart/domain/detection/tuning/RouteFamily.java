package dev.rampart.domain.detection.tuning;

import dev.rampart.domain.common.Ascii;
import java.util.regex.Pattern;

/** Paths that differ in their ids alone, as one: {@code /v1/orders/{id}}. */
final class RouteFamily {
  /** Stands for what is not told apart: deep paths, redacted ones, and those without room. */
  static final String OTHER = "(other paths)";

  private static final String ID = "{id}";
  private static final int SEGMENTS_MAX = 8;
  private static final int SEGMENT_LENGTH_MAX = 40;

  /** A shorter segment is no id unless it is a number. */
  private static final int ID_LENGTH_MIN = 4;

  /** A segment of this length with any digit is an id. */
  private static final int LONG_ID_LENGTH_MIN = 20;

  /** At least one of so many characters of an id is a digit. */
  private static final int CHARACTERS_PER_DIGIT = 3;

  private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z._~-]*");

  private RouteFamily() {}

  /** Returns the family of a path. */
  static String of(String path) {
    if (!path.startsWith("/")) {
      return OTHER;
    }
    String[] segments = path.substring(1).split("/", SEGMENTS_MAX + 1);
    if (segments.length > SEGMENTS_MAX) {
      return OTHER;
    }
    StringBuilder family = new StringBuilder(path.length());
    for (String segment : segments) {
      family.append('/').append(isId(segment) ? ID : segment);
    }
    return family.toString();
  }

  /** Returns the regular expression of the paths of a family. */
  static String regex(String family) {
    StringBuilder regex = new StringBuilder("^");
    for (String segment : family.substring(1).split("/", -1)) {
      regex.append('/').append(segment.equals(ID) ? "[^/]+" : segment.replace(".", "\\."));
    }
    return regex.append('$').toString();
  }

  private static boolean isId(String segment) {
    int length = segment.length();
    if (length > SEGMENT_LENGTH_MAX || !PLAIN.matcher(segment).matches()) {
      return true;
    }
    long digits = segment.chars().filter(Ascii::isDigit).count();
    return digits > 0
        && (digits == length
            || length >= LONG_ID_LENGTH_MIN
            || (length >= ID_LENGTH_MIN && digits * CHARACTERS_PER_DIGIT >= length));
  }
}

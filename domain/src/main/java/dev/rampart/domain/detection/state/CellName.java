package dev.rampart.domain.detection.state;

import dev.rampart.domain.common.Ascii;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Names of cells: packed into a long in memory, never 0, and short as text, since stores charge for
 * names.
 */
final class CellName {
  private static final int TYPE_SHIFT = 56;
  private static final int CODE_SHIFT = 40;
  private static final long PERIOD_MASK = (1L << CODE_SHIFT) - 1;
  private static final int CODE_MASK = 0xffff;
  private static final int OUTDATED = 2;
  private static final int LETTER_BITS = 8;
  private static final int LETTER_MASK = 0xff;

  private CellName() {}

  static long of(CellType type, int code, long period) {
    return (long) type.letter() << TYPE_SHIFT | (long) code << CODE_SHIFT | (period & PERIOD_MASK);
  }

  /** Returns letters as a number. */
  static int code(String letters) {
    int code = 0;
    for (int i = 0; i < letters.length(); i++) {
      code = code << LETTER_BITS | letters.charAt(i);
    }
    return code;
  }

  static CellType type(long name) {
    return CellType.of((char) (name >>> TYPE_SHIFT));
  }

  static long period(long name) {
    return name & PERIOD_MASK;
  }

  /** Returns everything but the period. */
  static long series(long name) {
    return name & ~PERIOD_MASK;
  }

  /** Returns the name as text: the letter of the type, those of the code, the period in base 36. */
  static String text(long name) {
    int code = (int) (name >>> CODE_SHIFT) & CODE_MASK;
    StringBuilder out = new StringBuilder().append(type(name).letter());
    if (code > LETTER_MASK) {
      out.append((char) (code >>> LETTER_BITS));
    }
    if (code > 0) {
      out.append((char) (code & LETTER_MASK));
    }
    return out.append(Long.toString(period(name), Character.MAX_RADIX)).toString();
  }

  /**
   * Returns a name as stores keep it: with the last digits of the period only, since what is stored
   * is gone long before they begin again.
   */
  static String stored(String text) {
    CellType type = CellType.of(text.charAt(0));
    int periodStart = 1 + type.codeLetters();
    int start = Math.max(periodStart, text.length() - type.storedDigits());
    return text.substring(0, periodStart) + text.substring(start);
  }

  /** Returns the name that is stored so, of the period that is the nearest to a time. */
  static String ofStored(String stored, long nearMillis) {
    CellType type = CellType.of(stored.charAt(0));
    int periodStart = 1 + type.codeLetters();
    String digits = stored.substring(periodStart);
    return digits.length() > type.storedDigits()
        ? stored
        : stored.substring(0, periodStart)
            + StoredPeriod.of(digits, type.storedDigits(), type.period(nearMillis));
  }

  /** Returns the names of a few periods that are forgotten once there is a cell of that name. */
  static List<String> outdated(String text) {
    long name = parse(text);
    CellType type = type(name);
    if (type != CellType.FAST) {
      return List.of();
    }
    long newest = period(name) - type.periodsKept();
    return LongStream.rangeClosed(newest - OUTDATED, newest)
        .mapToObj(period -> text(series(name) | period))
        .toList();
  }

  /** Returns whether {@link #text} may have returned a text. */
  static boolean isName(String text) {
    CellType type = text.isEmpty() ? null : CellType.find(text.charAt(0));
    int periodStart = type == null ? 0 : 1 + type.codeLetters();
    return type != null
        && text.length() > periodStart
        && text.chars().allMatch(c -> Ascii.isLowerCase(c) || Ascii.isDigit(c));
  }

  /**
   * Returns the name in a text that {@link #text} returned.
   *
   * @throws IllegalArgumentException if it never did
   */
  static long parse(String text) {
    CellType type = CellType.of(text.charAt(0));
    int periodStart = 1 + type.codeLetters();
    return of(
        type,
        code(text.substring(1, periodStart)),
        Long.parseLong(text.substring(periodStart), Character.MAX_RADIX));
  }
}

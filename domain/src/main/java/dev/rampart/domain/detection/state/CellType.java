package dev.rampart.domain.detection.state;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The types of cells that states consist of. A cell is a sum or a set, and covers one period of
 * event time; its name has the letter of its type, the letters of what it is about, and the number
 * of its period.
 */
public enum CellType {
  /** What signals of a kind weigh, forgotten by half every four minutes. */
  FAST('f', 1, HalfLife.FAST.epochLength(), 2, false, 2),
  /** What signals of a kind weigh, forgotten by half every six hours. */
  SLOW('s', 1, HalfLife.SLOW.epochLength(), 2, false, 1),
  /** How many signals of a point there were. */
  COUNT('n', 2, Periods.SPAN, 2, false, 1),
  /** What signals of a kind were after. */
  TARGETS('d', 1, Periods.SPAN, 2, true, 1),
  /** Where signals of a kind came from. */
  ORIGINS('a', 1, Periods.SPAN, 2, true, 1),
  /** User agents of suspicious requests. */
  AGENTS('u', 0, Periods.SPAN, 2, true, 1),
  /** Which of the 64 half hours of a span had signals. */
  ACTIVE('w', 0, Periods.SPAN, 2, true, 1),
  /** How many signals of a kind a group had in a minute. */
  MINUTE('m', 1, Periods.MINUTE, 60, false, CellType.ALL_DIGITS),
  /** Sources of a group with signals of a kind. */
  SOURCES('g', 1, Periods.TEN_MINUTES, 7, true, CellType.ALL_DIGITS),
  /** Sources of a group that are suspect by themselves. */
  SUSPECTS('z', 1, Periods.TEN_MINUTES, 7, true, CellType.ALL_DIGITS),
  /** What the signals of a group were after. */
  GROUP_TARGETS('t', 1, Periods.TEN_MINUTES, 7, true, CellType.ALL_DIGITS);

  /** More digits than a number of a period has. */
  private static final int ALL_DIGITS = 12;

  private static final @Nullable CellType[] BY_LETTER = byLetter();

  private static final int[] POINT_CODES =
      Arrays.stream(DetectionPoint.values())
          .mapToInt(point -> CellName.code(point.code()))
          .toArray();

  private final char letter;
  private final int codeLetters;
  private final long periodMillis;
  private final int periodsKept;
  private final boolean set;
  private final int storedDigits;

  /**
   * Makes a type.
   *
   * @param storedDigits how many digits of the period are stored, in base 36: after these many
   *     periods a name comes again, weeks after whatever is stored has expired
   */
  CellType(
      char letter,
      int codeLetters,
      Duration period,
      int periodsKept,
      boolean set,
      int storedDigits) {
    this.letter = letter;
    this.codeLetters = codeLetters;
    this.periodMillis = period.toMillis();
    this.periodsKept = periodsKept;
    this.set = set;
    this.storedDigits = storedDigits;
  }

  /** Returns whether its cells are sets of numbers from 0 to 127; else they are sums. */
  public boolean isSet() {
    return set;
  }

  /** Returns how many periods are remembered, the newest of all included. */
  int periodsKept() {
    return periodsKept;
  }

  int storedDigits() {
    return storedDigits;
  }

  int codeLetters() {
    return codeLetters;
  }

  char letter() {
    return letter;
  }

  /** Returns the number of the period that a time lies in. */
  long period(long timeMillis) {
    return Math.floorDiv(timeMillis, periodMillis);
  }

  /** Returns when a period starts, in milliseconds since the epoch. */
  long startMillis(long period) {
    return period * periodMillis;
  }

  /** Returns the name of the cell that a time belongs to. */
  long name(long timeMillis) {
    return CellName.of(this, 0, period(timeMillis));
  }

  /** Returns the name of the cell about a kind that a time belongs to. */
  long name(SignalKind kind, long timeMillis) {
    return CellName.of(this, kind.letter(), period(timeMillis));
  }

  /** Returns the name of the cell about a point that a time belongs to. */
  long name(DetectionPoint point, long timeMillis) {
    return CellName.of(this, POINT_CODES[point.ordinal()], period(timeMillis));
  }

  /**
   * Returns the type of a letter.
   *
   * @throws IllegalArgumentException if there is none
   */
  static CellType of(char letter) {
    CellType type = find(letter);
    if (type == null) {
      throw new IllegalArgumentException("no type of cells has the letter " + letter);
    }
    return type;
  }

  /** Returns the type of a letter; null if there is none, since maps of it are hot. */
  static @Nullable CellType find(char letter) {
    return letter < BY_LETTER.length ? BY_LETTER[letter] : null;
  }

  private static @Nullable CellType[] byLetter() {
    @Nullable CellType[] types = new CellType['z' + 1];
    Arrays.stream(values()).forEach(type -> types[type.letter] = type);
    return types;
  }
}

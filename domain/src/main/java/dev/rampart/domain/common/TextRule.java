package dev.rampart.domain.common;

import java.text.Normalizer;
import java.util.Optional;

/** Which characters a text may hold. Text is refused or kept as it is, never repaired. */
public enum TextRule {
  /** No line ends, no tabs, and nothing that turns the reading direction. */
  ONE_LINE,
  /** Tabs and line ends too. */
  MULTI_LINE;

  /** Why a text is refused. */
  public enum Violation {
    TOO_SHORT,
    TOO_LONG,
    /** A control character, a lone surrogate, an unassigned code point or a noncharacter. */
    FORBIDDEN_CHARACTER,
    /** A bidirectional control in a text of one line. */
    DIRECTION_CONTROL,
    /** Not in Unicode normalisation form C. */
    NOT_NORMALISED
  }

  /**
   * Returns the first rule that a text violates; empty if it violates none.
   *
   * @param codePointsMin the least number of code points
   * @param codePointsMax the greatest number of code points
   */
  public Optional<Violation> violation(String text, int codePointsMin, int codePointsMax) {
    int length = text.codePointCount(0, text.length());
    if (length > codePointsMax) {
      return Optional.of(Violation.TOO_LONG);
    }
    if (length < codePointsMin) {
      return Optional.of(Violation.TOO_SHORT);
    }
    Optional<Violation> character =
        text.codePoints().mapToObj(this::violation).flatMap(Optional::stream).findFirst();
    if (character.isPresent()) {
      return character;
    }
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? Optional.empty()
        : Optional.of(Violation.NOT_NORMALISED);
  }

  private Optional<Violation> violation(int codePoint) {
    if (this == MULTI_LINE && (codePoint == '\t' || codePoint == '\n' || codePoint == '\r')) {
      return Optional.empty();
    }
    if (this == ONE_LINE && turnsDirection(codePoint)) {
      return Optional.of(Violation.DIRECTION_CONTROL);
    }
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL, Character.SURROGATE, Character.UNASSIGNED ->
          Optional.of(Violation.FORBIDDEN_CHARACTER);
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          this == ONE_LINE ? Optional.of(Violation.FORBIDDEN_CHARACTER) : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** The embeddings, overrides and isolates of the Unicode Bidirectional Algorithm (UAX #9). */
  private static boolean turnsDirection(int codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E)
        || (codePoint >= 0x2066 && codePoint <= 0x2069);
  }
}

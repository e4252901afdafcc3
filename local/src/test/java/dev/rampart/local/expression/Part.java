package dev.rampart.local.expression;

import java.util.BitSet;
import java.util.List;

/** A part of a regular expression, as far as the proof needs it. */
sealed interface Part {

  /** One character of a set. */
  record Chars(BitSet set) implements Part {}

  /** A place: {@code ^}, {@code $}, {@code \b} and the like. */
  record Place(char name) implements Part {}

  /** One after the other. */
  record Sequence(List<Part> parts) implements Part {}

  /** One of several. */
  record Choice(List<Part> branches) implements Part {}

  /** A look ahead at one character, which takes nothing. */
  record Ahead(Chars chars) implements Part {}

  /**
   * A repetition.
   *
   * @param max {@link #UNBOUNDED} if there is none
   * @param possessive whether it never gives back what it took
   */
  record Repeat(Part part, int min, int max, boolean possessive) implements Part {
    static final int UNBOUNDED = Integer.MAX_VALUE;

    boolean unbounded() {
      return max == UNBOUNDED;
    }
  }
}

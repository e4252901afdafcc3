package dev.rampart.local.expression;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Proves that an expression takes time in proportion to the text, and a stack that does not grow
 * with it. {@link java.util.regex.Pattern} backtracks, and calls itself for each turn of a repeated
 * group. So an expression holds if
 *
 * <ul>
 *   <li>without a bound, only single characters are repeated: {@code [a-z]*}, not {@code (a|b)*};
 *   <li>what may follow an unbounded repetition begins with none of the repeated characters, so
 *       that giving one back never helps: {@code [^:]*:}, not {@code .*:} and not {@code a*a*};
 *   <li>what is bounded and ambiguous has few readings in all;
 *   <li>where the expression is searched for, a start that fails was looked at only as far as a
 *       constant number of characters, or the search is tied to one start.
 * </ul>
 *
 * The proof is conservative: it refuses some expressions that are linear.
 */
final class Linear {
  private static final int READINGS_MAX = 1_000;
  private static final int BOUND_MAX = 1_024;

  private final List<String> reasons = new ArrayList<>();
  private double readings = 1;
  private boolean unbounded;

  private Linear() {}

  /**
   * Returns why an expression may not be linear; empty if it is.
   *
   * @param searches whether it is looked for anywhere in a text, instead of matched as a whole
   */
  static List<String> doubts(String expression, boolean searches) {
    Part part;
    try {
      part = ExpressionParser.parse(expression);
    } catch (IllegalArgumentException e) {
      return List.of(String.valueOf(e.getMessage()));
    }
    Linear proof = new Linear();
    proof.judge(part, new BitSet());
    if (proof.readings > READINGS_MAX) {
      proof.reasons.add("it can be read in too many ways");
    }
    if (searches && proof.unbounded && !isTied(part) && !isOneRun(part)) {
      proof.reasons.add("each start of a search may read on to the end");
    }
    return List.copyOf(proof.reasons);
  }

  /** Judges a part that something in {@code follow}, or the end, comes after. */
  private void judge(Part part, BitSet follow) {
    switch (part) {
      case Part.Chars _, Part.Place _, Part.Ahead _ -> {}
      case Part.Sequence(List<Part> parts) -> sequence(parts, follow);
      case Part.Choice(List<Part> branches) -> choice(branches, follow);
      case Part.Repeat repeat -> repeat(repeat, follow);
    }
  }

  private void sequence(List<Part> parts, BitSet follow) {
    BitSet after = follow;
    for (Part part : parts.reversed()) {
      judge(part, after);
      after = first(part, after);
    }
  }

  private void choice(List<Part> branches, BitSet follow) {
    BitSet seen = new BitSet();
    for (Part branch : branches) {
      judge(branch, follow);
      BitSet first = first(branch, follow);
      if (first.intersects(seen)) {
        readings *= branches.size();
      }
      seen.or(first);
    }
  }

  private void repeat(Part.Repeat repeat, BitSet follow) {
    unbounded |= repeat.unbounded();
    boolean ambiguous = !repeat.possessive() && first(repeat.part(), follow).intersects(follow);
    if (repeat.part() instanceof Part.Chars) {
      if (repeat.unbounded() && repeat.min() > 1) {
        reasons.add("{n,} may call itself for each character");
      }
      if (repeat.unbounded() && ambiguous) {
        reasons.add("an unbounded repetition overlaps with what follows it");
      }
    } else if (repeat.unbounded()) {
      reasons.add("a group is repeated without a bound");
    } else {
      // Each turn may be followed by the next one.
      BitSet next = (BitSet) follow.clone();
      if (repeat.max() > 1) {
        next.or(first(repeat.part(), new BitSet()));
      }
      judgeEachTurn(repeat, next);
    }
    if (!repeat.unbounded()) {
      readings *= ambiguous ? repeat.max() - repeat.min() + 1 : 1;
      if (repeat.max() > BOUND_MAX) {
        reasons.add("a bound is larger than " + BOUND_MAX);
      }
    }
  }

  private void judgeEachTurn(Part.Repeat repeat, BitSet follow) {
    double before = readings;
    readings = 1;
    judge(repeat.part(), follow);
    readings = before * Math.pow(readings, repeat.max());
  }

  /** Returns what a part, with {@code follow} after it, may begin with. */
  private static BitSet first(Part part, BitSet follow) {
    return switch (part) {
      case Part.Chars(BitSet set) -> set;
      case Part.Place _, Part.Ahead _ -> follow;
      case Part.Sequence(List<Part> parts) -> {
        BitSet first = follow;
        for (Part one : parts.reversed()) {
          first = first(one, first);
        }
        yield first;
      }
      case Part.Choice(List<Part> branches) -> {
        BitSet first = new BitSet();
        branches.forEach(branch -> first.or(first(branch, follow)));
        yield first;
      }
      case Part.Repeat repeat -> {
        BitSet first = (BitSet) first(repeat.part(), follow).clone();
        if (repeat.min() == 0) {
          first.or(follow);
        }
        yield first;
      }
    };
  }

  /** Says whether a match can begin at one place only. */
  private static boolean isTied(Part part) {
    return part instanceof Part.Sequence(List<Part> parts)
        && !parts.isEmpty()
        && parts.getFirst() instanceof Part.Place(char name)
        && "^AG".indexOf(name) >= 0;
  }

  /** Says whether the whole is a run of one set: if it fails, it fails at once. */
  private static boolean isOneRun(Part part) {
    return part instanceof Part.Sequence(List<Part> parts)
        && parts.size() == 1
        && parts.getFirst() instanceof Part.Repeat repeat
        && repeat.part() instanceof Part.Chars;
  }
}

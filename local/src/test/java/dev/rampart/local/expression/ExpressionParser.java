package dev.rampart.local.expression;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads the syntax of {@link Pattern} that is in use here. What a set of characters holds is asked
 * of {@code Pattern} itself. Everything else (references back, looking behind, flags) is refused.
 */
final class ExpressionParser {
  private static final int BMP = 0x10000;
  private static final List<String> BEYOND_BMP = List.of("\ud83d\ude00", "\ud801\udc00");
  private static final Map<String, BitSet> SETS = new ConcurrentHashMap<>();
  private static final String PLACES = "AbBGzZ";

  private final String text;
  private int at;
  private boolean ignoresCase;

  private ExpressionParser(String text) {
    this.text = text;
  }

  /**
   * Parses an expression.
   *
   * @throws IllegalArgumentException if it has what is not understood
   */
  static Part parse(String expression) {
    Pattern.compile(expression);
    ExpressionParser parser = new ExpressionParser(expression);
    Part part = parser.choice();
    if (parser.at < expression.length()) {
      throw parser.unknown();
    }
    return part;
  }

  private IllegalArgumentException unknown() {
    return new IllegalArgumentException("not understood at " + at + ": " + text);
  }

  private Part choice() {
    List<Part> branches = new ArrayList<>(List.of(sequence()));
    while (takes("|")) {
      branches.add(sequence());
    }
    return branches.size() == 1 ? branches.getFirst() : new Part.Choice(List.copyOf(branches));
  }

  private Part sequence() {
    List<Part> parts = new ArrayList<>();
    while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
      parts.add(repeated(atom()));
    }
    return new Part.Sequence(List.copyOf(parts));
  }

  private Part atom() {
    if (takes("(?=")) {
      return inGroup() instanceof Part.Sequence(List<Part> parts)
              && parts.size() == 1
              && parts.getFirst() instanceof Part.Chars chars
          ? new Part.Ahead(chars)
          : refuse();
    }
    if (takes("(?i:")) {
      boolean before = ignoresCase;
      ignoresCase = true;
      Part part = inGroup();
      ignoresCase = before;
      return part;
    }
    if (takes("(?:")) {
      return inGroup();
    }
    if (takes("(")) {
      return text.startsWith("?", at) ? refuse() : inGroup();
    }
    if (takes("^") || takes("$")) {
      return new Part.Place(text.charAt(at - 1));
    }
    if (text.startsWith("\\", at) && PLACES.indexOf(text.charAt(at + 1)) >= 0) {
      at += 2;
      return new Part.Place(text.charAt(at - 1));
    }
    return chars();
  }

  private Part refuse() {
    throw unknown();
  }

  private Part inGroup() {
    Part part = choice();
    return takes(")") ? part : refuse();
  }

  private Part chars() {
    int start = at;
    char first = text.charAt(at++);
    if (first == '[') {
      skipClass();
    } else if (first == '\\') {
      skipEscape();
    }
    return new Part.Chars(set(text.substring(start, at)));
  }

  private void skipClass() {
    int depth = 1;
    while (depth > 0) {
      char c = text.charAt(at++);
      if (c == '\\') {
        at++;
      } else if (c == '[') {
        depth++;
      } else if (c == ']') {
        depth--;
      }
    }
  }

  private void skipEscape() {
    char kind = text.charAt(at++);
    if (kind == 'x') {
      at += 2;
    } else if (kind == 'u') {
      at += 4;
    } else if (kind == 'p' || kind == 'P') {
      at = text.indexOf('}', at) + 1;
    } else if (Character.isDigit(kind) || "kQERXNc0".indexOf(kind) >= 0) {
      throw unknown();
    }
  }

  private BitSet set(String chars) {
    int flags = ignoresCase ? Pattern.CASE_INSENSITIVE : 0;
    return SETS.computeIfAbsent(flags + chars, _ -> members(Pattern.compile(chars, flags)));
  }

  private static BitSet members(Pattern one) {
    Predicate<String> belongs = one.asMatchPredicate();
    BitSet members = new BitSet();
    for (int c = 0; c < BMP; c++) {
      members.set(c, belongs.test(Character.toString((char) c)));
    }
    for (int i = 0; i < BEYOND_BMP.size(); i++) {
      members.set(BMP + i, belongs.test(BEYOND_BMP.get(i)));
    }
    return members;
  }

  private Part repeated(Part part) {
    int min;
    int max;
    if (takes("*")) {
      min = 0;
      max = Part.Repeat.UNBOUNDED;
    } else if (takes("+")) {
      min = 1;
      max = Part.Repeat.UNBOUNDED;
    } else if (takes("?")) {
      min = 0;
      max = 1;
    } else if (takes("{")) {
      String[] bounds = text.substring(at, text.indexOf('}', at)).split(",", -1);
      at = text.indexOf('}', at) + 1;
      min = Integer.parseInt(bounds[0]);
      String last = bounds[bounds.length - 1];
      max = last.isEmpty() ? Part.Repeat.UNBOUNDED : Integer.parseInt(last);
    } else {
      return part;
    }
    boolean possessive = takes("+");
    if (!possessive) {
      takes("?");
    }
    return new Part.Repeat(part, min, max, possessive);
  }

  private boolean takes(String sign) {
    boolean found = text.startsWith(sign, at);
    if (found) {
      at += sign.length();
    }
    return found;
  }
}

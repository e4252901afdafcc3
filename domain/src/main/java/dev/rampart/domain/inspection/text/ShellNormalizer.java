package dev.rampart.domain.inspection.text;

import dev.rampart.domain.inspection.Encoding;

/**
 * Readings that undo no encoding but what a shell or a form would: quotes and empty expansions
 * inside a word, {@code $IFS} for a blank, {@code +} for a blank.
 */
public final class ShellNormalizer {

  private static final boolean[] STARTS = Characters.table("+'\"\\^$`[<>");

  private ShellNormalizer() {}

  /**
   * Writes {@code source} as a shell would see it, or as a form's decoder would, to {@code target};
   * returns whether it differs.
   */
  public static boolean rewrite(DecodedText source, DecodedText target) {
    boolean plus = plusIsBlank(source);
    int at = nextChange(source, 0, plus);
    if (at == source.length) {
      return false;
    }
    target.clear(source.encodings, source.originalLength());
    target.reserve(source.length);
    target.append(source, 0, at);
    while (at < source.length) {
      int change = change(source, at, plus);
      if (change < 0) {
        target.put(' ', source.origins[at]);
      }
      int length = Math.abs(change);
      target.joins += length > 1 ? 1 : 0;
      int next = nextChange(source, at + length, plus);
      target.append(source, at + length, next);
      at = next;
    }
    target.undid(Encoding.SHELL);
    return true;
  }

  private static int nextChange(DecodedText source, int from, boolean plus) {
    int at = source.firstOf(STARTS, from);
    while (at < source.length && change(source, at, plus) == 0) {
      at = source.firstOf(STARTS, at + 1);
    }
    return at;
  }

  /**
   * Returns how many characters change at {@code i}: they vanish, or become one blank if negative.
   */
  private static int change(DecodedText source, int i, boolean plus) {
    return source.chars[i] == '+' ? (plus ? -1 : 0) : skipped(source, i);
  }

  /** Returns how many characters vanish at {@code i}; negative if they become one blank. */
  private static int skipped(DecodedText s, int i) {
    char c = s.chars[i];
    if (c == '$') {
      return expansion(s, i);
    }
    if (i == 0 || !joins(s.chars[i - 1])) {
      return 0;
    }
    char next = s.at(i + 1);
    if (c == '<' || c == '>') {
      return next == '(' && s.at(i + 2) == ')' && joins(s.at(i + 3)) ? 3 : 0;
    }
    if (c == '[') {
      return s.at(i + 2) == ']' && isLetter(next) && isLetter(s.chars[i - 1]) ? 1 : 0;
    }
    if (c == '\\') {
      int end = i + 1;
      while (end < s.length && end < i + 8 && s.chars[end] == '\\') {
        end++;
      }
      return joins(s.at(end)) ? end - i : 0;
    }
    if (next == c && joins(s.at(i + 2))) {
      return 2;
    }
    return isLetter(next) && isLetter(s.chars[i - 1]) ? 1 : 0;
  }

  private static int expansion(DecodedText s, int i) {
    char next = s.at(i + 1);
    if (next == '{') {
      int close = i + 2;
      while (close < s.length && close < i + 24 && s.chars[close] != '}') {
        close++;
      }
      if (s.at(close) != '}') {
        return 0;
      }
      boolean joined = i > 0 && isLetter(s.chars[i - 1]) && isLetter(s.at(close + 1));
      return isIfs(s, i + 2) ? -(close + 1 - i) : joined ? close + 1 - i : 0;
    }
    if (isIfs(s, i + 1)) {
      int end = i + 4;
      return s.at(end) == '$' && s.at(end + 1) == '9' ? -6 : -4;
    }
    if (i == 0 || !joins(s.chars[i - 1])) {
      return 0;
    }
    if (next == '@'
        || next == '*'
        || next == '$'
        || next == '!'
        || next == '_'
        || next == '-'
        || next == '?') {
      return 2;
    }
    char after = s.at(i + 2);
    return isLetter(next) && (after == '/' || after == ' ' || after == '+') ? 2 : 0;
  }

  private static boolean isIfs(DecodedText s, int i) {
    return s.at(i) == 'i' && s.at(i + 1) == 'f' && s.at(i + 2) == 's';
  }

  private static boolean joins(char c) {
    return isLetter(c) || c == '/' || c == '-' || c == '.';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean plusIsBlank(DecodedText s) {
    int plus = 0;
    for (int i = 0; i < s.length; i++) {
      if (s.chars[i] == ' ') {
        return false;
      }
      if (s.chars[i] == '+') {
        plus++;
      }
    }
    return plus > 0;
  }
}

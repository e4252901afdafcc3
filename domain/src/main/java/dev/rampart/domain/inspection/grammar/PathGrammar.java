package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.Encoding;
import dev.rampart.domain.inspection.text.Characters;
import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/** Paths that climb, and paths that point at what only the system should read. */
final class PathGrammar {

  private static final int PATH_TOKENS_MAX = 24;

  private PathGrammar() {}

  /**
   * Reads what begins at token {@code i}; returns whether tokens of its kind begin anything here.
   */
  static boolean read(TokenBuffer t, int i, Indicators found) {
    int next = t.at(i + 1);
    switch (t.kind[i]) {
      case TokenKind.START -> {
        if ((t.text.encodings >> Encoding.OVERLONG.ordinal() & 1) != 0) {
          found.add(Indicator.PATH_ENCODED, 0, 1);
        }
      }
      case TokenKind.DOTS2 -> {
        if (isSeparator(next) || isSeparator(t.at(i - 1))) {
          found.add(
              isRelative(t, i) ? Indicator.PATH_RELATIVE : Indicator.PATH_TRAVERSAL, i, i + 1);
        } else if (next == '%'
            || t.at(i - 1) == '%'
            || next == TokenKind.HEX
            || next == '?'
            || next == '&'
            || next == TokenKind.NUMBER
            || (t.touches(i) && TokenKind.isWord(next) && t.text.at(t.start[i + 1]) > 0x7f)) {
          found.add(Indicator.PATH_ENCODED, i, i + 1);
        }
      }
      case TokenKind.DOTS3 -> {
        if (isSeparator(next) || isSeparator(t.at(i - 1)) || t.length(i) >= 8) {
          found.add(Indicator.PATH_DOTS, i, i + 1);
        }
      }
      case '.' -> {
        if ((next == '%' && t.touches(i)) || t.at(i - 1) == '%') {
          found.add(Indicator.PATH_ENCODED, i, i + 1);
        } else if (isSeparator(next) && t.at(i + 2) == '.' && t.touches(i) && t.touches(i + 1)) {
          found.add(Indicator.PATH_DOTS, i, i + 2);
        }
      }
      case '%' -> {
        if ((next == '%' && t.at(i + 2) == TokenKind.NUMBER)
            || (next == TokenKind.NUMBER
                && t.touches(i)
                && t.at(i - 1) != TokenKind.NUMBER
                && !isLetterOrDigit(t, i + 1))) {
          found.add(Indicator.PATH_ENCODED, i, i + 1);
        }
      }
      case TokenKind.RUN -> found.add(Indicator.PATH_RUN, i, i);
      case '/', '\\', TokenKind.SLASHES -> separator(t, i, found);
      case TokenKind.PATH_INF -> {
        if (t.at(i - 1) == '-' && t.touches(i - 1) && isSeparator(next) && t.touches(i)) {
          found.add(
              isMentioned(t, i - 2) ? Indicator.PATH_MENTION : Indicator.PATH_SECRET, i - 2, i + 1);
        }
      }
      case TokenKind.PATH_SECRET, TokenKind.PATH_CONFIG -> {
        int before = t.at(i - 1);
        if (before == TokenKind.DOTS3 || before == TokenKind.RUN) {
          // The separators were taken out: "......etcpasswd".
          found.addIf(t.kind[i] == TokenKind.PATH_SECRET, Indicator.PATH_TRAVERSAL, i - 1, i);
        } else if (isSeparator(before) || before == '.') {
          found.add(
              t.kind[i] == TokenKind.PATH_SECRET ? Indicator.PATH_SECRET : Indicator.PATH_CONFIG,
              i - 1,
              i);
        }
      }
      case ':' -> {
        if (isSeparator(next) && t.touches(i) && isLetter(t, i - 1)) {
          found.add(drive(t, i), i - 1, i + 2);
        }
      }
      case TokenKind.PATH_WINDOWS, TokenKind.PATH_DESKTOP -> {
        if ((isSeparator(t.at(i - 1)) && t.touches(i - 1))
            || (next == '.' && t.at(i + 2) == TokenKind.PATH_WINDOWS)) {
          found.add(
              t.kind[i] == TokenKind.PATH_WINDOWS ? Indicator.PATH_WINDOWS : Indicator.PATH_PLACE,
              i - 1,
              i);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns whether two digits after a percent sign hide nothing: they stand for a plain letter.
   */
  private static boolean isLetterOrDigit(TokenBuffer t, int i) {
    if (t.length(i) != 2) {
      return false;
    }
    int code =
        16 * Character.digit(t.text.at(t.start[i]), 16)
            + Character.digit(t.text.at(t.start[i] + 1), 16);
    return Characters.isAsciiLetterOrDigit((char) code);
  }

  /**
   * Returns whether the dots begin a path that climbs twice at most and then names a plain word, as
   * links between documents do.
   */
  private static boolean isRelative(TokenBuffer t, int i) {
    int first = isClimb(t, i - 2) ? i - 2 : i;
    int last = isClimb(t, i) && isClimb(t, i + 2) ? i + 2 : i;
    return last - first <= 2
        && !isSeparator(t.at(first - 1))
        && !isClimb(t, first - 2)
        && t.at(last + 1) == '/'
        && t.at(last + 2) == TokenKind.WORD
        && t.touches(last)
        && t.touches(last + 1)
        && t.text.encodings == 0;
  }

  private static boolean isClimb(TokenBuffer t, int i) {
    return t.at(i) == TokenKind.DOTS2 && t.at(i + 1) == '/';
  }

  private static boolean isLetter(TokenBuffer t, int i) {
    return TokenKind.isWord(t.at(i)) && t.length(i) == 1;
  }

  /** What a letter and a colon lead to. */
  private static Indicator drive(TokenBuffer t, int i) {
    if (t.at(i + 2) == TokenKind.PATH_WINDOWS) {
      return Indicator.PATH_WINDOWS;
    }
    return isMentioned(t, i - 1) ? Indicator.PATH_MENTION : Indicator.PATH_DRIVE;
  }

  /**
   * Returns whether the path that {@code i} is in stands among words, and is not the whole value.
   */
  private static boolean isMentioned(TokenBuffer t, int i) {
    if (i < t.quotationEnd) {
      return true;
    }
    int first = i;
    while (first > i - PATH_TOKENS_MAX
        && t.touches(first - 1)
        && t.at(first - 1) != TokenKind.START) {
      first--;
    }
    if (TokenKind.isWord(t.at(first - 1)) && !t.touches(first - 1)) {
      return true;
    }
    int last = i;
    while (last < i + PATH_TOKENS_MAX && t.touches(last)) {
      last++;
    }
    return t.at(last + 1) == TokenKind.WORD && TokenKind.isWord(t.at(last + 2));
  }

  static boolean isSeparator(int kind) {
    return kind == '/' || kind == '\\' || kind == TokenKind.SLASHES;
  }

  private static void separator(TokenBuffer t, int i, Indicators found) {
    int next = t.at(i + 1);
    if ((next == TokenKind.PATH_ROOT || next == TokenKind.PATH_LOG) && t.touches(i)) {
      found.add(isMentioned(t, i) ? Indicator.PATH_MENTION : Indicator.PATH_SYSTEM, i, i + 2);
    } else if (next == TokenKind.PATH_PLACE && t.touches(i)) {
      found.add(isMentioned(t, i) ? Indicator.PATH_MENTION : Indicator.PATH_PLACE, i, i + 2);
    }
    if (t.at(i - 1) == TokenKind.START
        && (TokenKind.isWord(next) || isSeparator(next) || next == '.')) {
      found.add(isMentioned(t, i) ? Indicator.PATH_MENTION : Indicator.PATH_ABSOLUTE, i, i + 1);
    }
  }
}

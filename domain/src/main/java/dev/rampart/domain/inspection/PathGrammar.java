package dev.rampart.domain.inspection;

/** Paths that climb, and paths that point at what only the system should read. */
final class PathGrammar {

  private static final int PATH_TOKENS_MAX = 24;

  private PathGrammar() {}

  /** Reads what begins at token {@code i}; says whether tokens of its kind begin anything here. */
  static boolean read(Tokens t, int i, Findings f) {
    int next = t.at(i + 1);
    switch (t.kind[i]) {
      case Kind.START -> {
        if ((t.layer.steps >> Step.OVERLONG.ordinal() & 1) != 0) {
          f.add(Sign.PATH_ENCODED, 0, 1);
        }
      }
      case Kind.DOTS2 -> {
        if (isSeparator(next) || isSeparator(t.at(i - 1))) {
          f.add(isRelative(t, i) ? Sign.PATH_RELATIVE : Sign.PATH_TRAVERSAL, i, i + 1);
        } else if (next == '%'
            || t.at(i - 1) == '%'
            || next == Kind.HEX
            || next == '?'
            || next == '&'
            || next == Kind.NUMBER
            || (t.touches(i) && Tokens.isWord(next) && t.layer.at(t.start[i + 1]) > 0x7f)) {
          f.add(Sign.PATH_ENCODED, i, i + 1);
        }
      }
      case Kind.DOTS3 -> {
        if (isSeparator(next) || isSeparator(t.at(i - 1)) || t.end[i] - t.start[i] >= 8) {
          f.add(Sign.PATH_DOTS, i, i + 1);
        }
      }
      case '.' -> {
        if ((next == '%' && t.touches(i)) || t.at(i - 1) == '%') {
          f.add(Sign.PATH_ENCODED, i, i + 1);
        } else if (isSeparator(next) && t.at(i + 2) == '.' && t.touches(i) && t.touches(i + 1)) {
          f.add(Sign.PATH_DOTS, i, i + 2);
        }
      }
      case '%' -> {
        if ((next == '%' && t.at(i + 2) == Kind.NUMBER)
            || (next == Kind.NUMBER
                && t.touches(i)
                && t.at(i - 1) != Kind.NUMBER
                && !isLetterOrDigit(t, i + 1))) {
          f.add(Sign.PATH_ENCODED, i, i + 1);
        }
      }
      case Kind.RUN -> f.add(Sign.PATH_RUN, i, i);
      case '/', '\\', Kind.SLASHES -> separator(t, i, f);
      case Kind.PATH_INF -> {
        if (t.at(i - 1) == '-' && t.touches(i - 1) && isSeparator(next) && t.touches(i)) {
          f.add(isMentioned(t, i - 2) ? Sign.PATH_MENTION : Sign.PATH_SECRET, i - 2, i + 1);
        }
      }
      case Kind.PATH_SECRET, Kind.PATH_CONFIG -> {
        int before = t.at(i - 1);
        if (before == Kind.DOTS3 || before == Kind.RUN) {
          // The separators were taken out: "......etcpasswd".
          f.addIf(t.kind[i] == Kind.PATH_SECRET, Sign.PATH_TRAVERSAL, i - 1, i);
        } else if (isSeparator(before) || before == '.') {
          f.add(t.kind[i] == Kind.PATH_SECRET ? Sign.PATH_SECRET : Sign.PATH_CONFIG, i - 1, i);
        }
      }
      case ':' -> {
        if (isSeparator(next) && t.touches(i) && isLetter(t, i - 1)) {
          f.add(drive(t, i), i - 1, i + 2);
        }
      }
      case Kind.PATH_WINDOWS, Kind.PATH_DESKTOP -> {
        if ((isSeparator(t.at(i - 1)) && t.touches(i - 1))
            || (next == '.' && t.at(i + 2) == Kind.PATH_WINDOWS)) {
          f.add(t.kind[i] == Kind.PATH_WINDOWS ? Sign.PATH_WINDOWS : Sign.PATH_PLACE, i - 1, i);
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Says whether two digits after a percent sign hide nothing: they stand for a plain letter. */
  private static boolean isLetterOrDigit(Tokens t, int i) {
    if (t.end[i] - t.start[i] != 2) {
      return false;
    }
    int code =
        16 * Character.digit(t.layer.at(t.start[i]), 16)
            + Character.digit(t.layer.at(t.start[i] + 1), 16);
    return PlainValue.isLetterOrDigit((char) code);
  }

  /**
   * Whether the dots begin a path that climbs twice at most and then names a plain word, as links
   * between documents do.
   */
  private static boolean isRelative(Tokens t, int i) {
    int first = isClimb(t, i - 2) ? i - 2 : i;
    int last = isClimb(t, i) && isClimb(t, i + 2) ? i + 2 : i;
    return last - first <= 2
        && !isSeparator(t.at(first - 1))
        && !isClimb(t, first - 2)
        && t.at(last + 1) == '/'
        && t.at(last + 2) == Kind.WORD
        && t.touches(last)
        && t.touches(last + 1)
        && t.layer.steps == 0;
  }

  private static boolean isClimb(Tokens t, int i) {
    return t.at(i) == Kind.DOTS2 && t.at(i + 1) == '/';
  }

  private static boolean isLetter(Tokens t, int i) {
    return Tokens.isWord(t.at(i)) && t.end[i] - t.start[i] == 1;
  }

  /** What a letter and a colon lead to. */
  private static Sign drive(Tokens t, int i) {
    if (t.at(i + 2) == Kind.PATH_WINDOWS) {
      return Sign.PATH_WINDOWS;
    }
    return isMentioned(t, i - 1) ? Sign.PATH_MENTION : Sign.PATH_DRIVE;
  }

  /** Whether the path that {@code i} is in stands among words, and is not the whole value. */
  private static boolean isMentioned(Tokens t, int i) {
    if (i < t.quotationEnd) {
      return true;
    }
    int first = i;
    while (first > i - PATH_TOKENS_MAX && t.touches(first - 1) && t.at(first - 1) != Kind.START) {
      first--;
    }
    if (Tokens.isWord(t.at(first - 1)) && !t.touches(first - 1)) {
      return true;
    }
    int last = i;
    while (last < i + PATH_TOKENS_MAX && t.touches(last)) {
      last++;
    }
    return t.at(last + 1) == Kind.WORD && Tokens.isWord(t.at(last + 2));
  }

  static boolean isSeparator(int kind) {
    return kind == '/' || kind == '\\' || kind == Kind.SLASHES;
  }

  private static void separator(Tokens t, int i, Findings f) {
    int next = t.at(i + 1);
    if ((next == Kind.PATH_ROOT || next == Kind.PATH_LOG) && t.touches(i)) {
      f.add(isMentioned(t, i) ? Sign.PATH_MENTION : Sign.PATH_SYSTEM, i, i + 2);
    } else if (next == Kind.PATH_PLACE && t.touches(i)) {
      f.add(isMentioned(t, i) ? Sign.PATH_MENTION : Sign.PATH_PLACE, i, i + 2);
    }
    if (t.at(i - 1) == Kind.START && (Tokens.isWord(next) || isSeparator(next) || next == '.')) {
      f.add(isMentioned(t, i) ? Sign.PATH_MENTION : Sign.PATH_ABSOLUTE, i, i + 1);
    }
  }
}

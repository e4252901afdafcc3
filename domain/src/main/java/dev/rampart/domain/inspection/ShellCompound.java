package dev.rampart.domain.inspection;

/** Commands that hold others, such as loops, and commands whose name stands in a variable. */
final class ShellCompound {

  private static final int TOKENS_MAX = 40;

  private ShellCompound() {}

  /**
   * Reads the end of a compound command, which tells more than its beginning: English sentences
   * have an "if" and a "for", none of them ends with {@code ; fi}.
   */
  static void close(Tokens t, int i, Findings f) {
    if (!ShellGrammar.isSeparator(t.at(i - 1))) {
      return;
    }
    boolean hasBody = false;
    for (int j = i - 2; j > Math.max(0, i - TOKENS_MAX); j--) {
      switch (t.kind[j]) {
        case Kind.DO, Kind.THEN -> hasBody |= ShellGrammar.isSeparator(t.at(j - 1));
        case Kind.IN -> hasBody |= t.at(j - 2) == Kind.CASE;
        case Kind.IF, Kind.SHELL_LOOP, Kind.SELECT, Kind.CASE, Kind.COMMAND -> {
          if (hasBody) {
            f.add(Sign.SHELL_COMPOUND, j, i);
            return;
          }
        }
        default -> {}
      }
    }
  }

  /**
   * Whether a variable stands where the name of a command does: at the end, before an option or a
   * path, or with another part of the name behind it.
   */
  static boolean isVariable(Tokens t, int i) {
    int name = t.at(i + 1);
    if (t.at(i) == Kind.DOLLAR_BRACE) {
      int end = i + 2;
      while (end < i + 8 && t.at(end) != '}' && t.at(end) != Kind.END) {
        end++;
      }
      return t.at(end) == '}' && endsVariable(t, end);
    }
    return t.at(i) == '$'
        && t.touches(i)
        && (Tokens.isWord(name) || isZero(t, i + 1))
        && endsVariable(t, i + 1);
  }

  /** {@code $0} is the shell itself. Other numbers are prices. */
  private static boolean isZero(Tokens t, int i) {
    return t.at(i) == Kind.NUMBER && t.end[i] - t.start[i] == 1 && t.layer.text[t.start[i]] == '0';
  }

  private static boolean endsVariable(Tokens t, int last) {
    int next = t.at(last + 1);
    boolean joined = t.touches(last);
    return switch (next) {
      case Kind.END, ';', '|', '&', Kind.LINE -> true;
      case '-' -> !joined;
      case '$', '/', Kind.DOLLAR_BRACE -> joined;
      default -> joined && (Tokens.isWord(next) || ShellGrammar.isCommand(next));
    };
  }
}

package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/** Commands that hold others, such as loops, and commands whose name stands in a variable. */
final class ShellCompound {

  private static final int TOKENS_MAX = 40;

  private ShellCompound() {}

  /**
   * Reads the end of a compound command, which tells more than its beginning: English sentences
   * have an "if" and a "for", none of them ends with {@code ; fi}.
   */
  static void close(TokenBuffer t, int i, Indicators found) {
    if (!ShellTokens.isSeparator(t.at(i - 1))) {
      return;
    }
    boolean hasBody = false;
    for (int j = i - 2; j > Math.max(0, i - TOKENS_MAX); j--) {
      switch (t.kind[j]) {
        case TokenKind.DO, TokenKind.THEN -> hasBody |= ShellTokens.isSeparator(t.at(j - 1));
        case TokenKind.IN -> hasBody |= t.at(j - 2) == TokenKind.CASE;
        case TokenKind.IF,
            TokenKind.SHELL_LOOP,
            TokenKind.SELECT,
            TokenKind.CASE,
            TokenKind.COMMAND -> {
          if (hasBody) {
            found.add(Indicator.SHELL_COMPOUND, j, i);
            return;
          }
        }
        default -> {}
      }
    }
  }

  /**
   * Returns whether a variable stands where the name of a command does: at the end, before an
   * option or a path, or with another part of the name behind it.
   */
  static boolean isVariable(TokenBuffer t, int i) {
    int name = t.at(i + 1);
    if (t.at(i) == TokenKind.DOLLAR_BRACE) {
      int end = i + 2;
      while (end < i + 8 && t.at(end) != '}' && t.at(end) != TokenKind.END) {
        end++;
      }
      return t.at(end) == '}' && endsVariable(t, end);
    }
    return t.at(i) == '$'
        && t.touches(i)
        && (TokenKind.isWord(name) || isZero(t, i + 1))
        && endsVariable(t, i + 1);
  }

  /** {@code $0} is the shell itself. Other numbers are prices. */
  private static boolean isZero(TokenBuffer t, int i) {
    return t.at(i) == TokenKind.NUMBER && t.length(i) == 1 && t.firstChar(i) == '0';
  }

  private static boolean endsVariable(TokenBuffer t, int last) {
    int next = t.at(last + 1);
    boolean joined = t.touches(last);
    return switch (next) {
      case TokenKind.END, ';', '|', '&', TokenKind.LINE -> true;
      case '-' -> !joined;
      case '$', '/', TokenKind.DOLLAR_BRACE -> joined;
      default -> joined && (TokenKind.isWord(next) || ShellTokens.isCommand(next));
    };
  }
}

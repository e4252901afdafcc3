package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/** A command behind a separator: {@code ; id}, {@code | nc}, {@code && ./x}. */
final class ShellChain {

  private static final int PREFIXES_MAX = 6;

  private ShellChain() {}

  /** Reads a separator and what it chains to the command before. */
  static void read(TokenBuffer t, int i, Indicators found) {
    if (isEntity(t, i) || isAlternation(t, i) || LdapGrammar.joins(t, i)) {
      return;
    }
    int j = i + 1;
    while (j < i + PREFIXES_MAX && isPrefix(t.at(j))) {
      j++;
    }
    int kind = t.at(j);
    if (ShellTokens.isCommand(kind)) {
      if (!ShellTokens.isPartOfName(t, j)) {
        chained(t, i, j, found);
      }
    } else if ((kind == '/' && isRooted(t.at(j + 1)))
        || kind == '`'
        || kind == TokenKind.DOLLAR_PAREN) {
      add(t, found, Indicator.SHELL_CHAIN, i, j + 1);
    } else if (ShellCompound.isVariable(t, j)) {
      add(t, found, Indicator.SHELL_VARIABLE, i, j + 1);
    } else if (isLocalProgram(t, j)) {
      add(t, found, Indicator.SHELL_LOCAL, i, j + 1);
    } else if (TokenKind.isWord(kind) && t.touches(i) && t.kind[i] != TokenKind.LINE) {
      add(t, found, Indicator.SHELL_CHAIN_WORD, i, j);
    }
    if (kind == TokenKind.END && i > 1 && t.kind[i] != TokenKind.LINE && t.kind[i] != ';') {
      found.add(Indicator.SHELL_PIPE_END, i, i);
    }
  }

  /** A command after a separator counts for more if its arguments look like some. */
  private static void chained(TokenBuffer t, int i, int j, Indicators found) {
    int after = t.at(j + 1);
    if (after == TokenKind.END || ShellTokens.isSeparator(after) || after == '`' || after == ')') {
      boolean english = t.kind[j] == TokenKind.ENGLISH_COMMAND && !t.touches(i);
      add(t, found, english ? Indicator.SHELL_CHAIN_SOFT : Indicator.SHELL_ALONE, i, j + 1);
    } else if (after == '-'
        || after == '/'
        || after == '$'
        || after == '\\'
        || after == '%'
        || after == TokenKind.DASHES
        || after == '*'
        || (after == '.' && !t.touches(j))
        || after == '"'
        || after == '\''
        || after == '>'
        || after == '<'
        || after == TokenKind.LT_LT
        || after == TokenKind.DOLLAR_BRACE
        || after == TokenKind.DOLLAR_PAREN
        || after == TokenKind.NUMBER
        || after == TokenKind.WEB_SCHEME
        || ShellTokens.isCommand(after)) {
      add(t, found, Indicator.SHELL_CHAIN, i, j + 1);
    } else {
      add(t, found, Indicator.SHELL_CHAIN_SOFT, i, j);
    }
  }

  /** Adds an indicator; a lesser one if the command line is quoted in prose. */
  private static void add(TokenBuffer t, Indicators found, Indicator indicator, int i, int last) {
    found.add(i < t.quotationEnd ? Indicator.SHELL_QUOTED_CHAIN : indicator, i, last);
  }

  /** Returns whether the mark begins or ends an HTML entity and separates nothing. */
  private static boolean isEntity(TokenBuffer t, int i) {
    int first = t.kind[i] == ';' ? i - 2 : i;
    return t.at(first) == '&'
        && t.at(first + 1) == TokenKind.WORD
        && t.at(first + 2) == ';'
        && t.touches(first)
        && t.touches(first + 1);
  }

  /** Returns whether a bar stands between words in parentheses, as in {@code (com|org)}. */
  private static boolean isAlternation(TokenBuffer t, int i) {
    int after = t.at(i + 2);
    return t.kind[i] == '|'
        && TokenKind.isWord(t.at(i - 1))
        && TokenKind.isWord(t.at(i + 1))
        && t.touches(i - 1)
        && t.touches(i)
        && t.touches(i + 1)
        && (after == ')' || after == '|');
  }

  /** {@code ./x} and {@code .\x}. */
  private static boolean isLocalProgram(TokenBuffer t, int i) {
    int name = t.at(i) == '/' ? i + 1 : i;
    return (t.at(name - 1) == '\\' || t.at(name - 1) == '/')
        && t.at(name - 2) == '.'
        && TokenKind.isWord(t.at(name))
        && t.touches(name - 1)
        && t.touches(name - 2);
  }

  private static boolean isRooted(int kind) {
    return kind == TokenKind.BIN
        || kind == TokenKind.PATH_ROOT
        || kind == TokenKind.PATH_PLACE
        || kind == '?';
  }

  private static boolean isPrefix(int kind) {
    return switch (kind) {
      case '+',
          '\\',
          '(',
          '{',
          '"',
          '\'',
          ';',
          '|',
          '&',
          '@',
          '.',
          '!',
          TokenKind.DO,
          TokenKind.THEN ->
          true;
      default -> false;
    };
  }
}

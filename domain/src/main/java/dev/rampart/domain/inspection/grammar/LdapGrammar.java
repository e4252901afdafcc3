package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/** Filters of directories: spliced into one of a program's, or written down whole. */
final class LdapGrammar {

  private static final int FILTER_TOKENS_MAX = 40;

  private LdapGrammar() {}

  /** Reads a star or a parenthesis that may end somebody else's filter. */
  static void breakout(TokenBuffer t, int i, Indicators found) {
    if (i < t.filterEnd) {
      return;
    }
    int j = i + 1;
    while (j < i + 4 && t.at(j) == ')') {
      j++;
    }
    if (t.at(j) == '(' && isFilterStart(t, j)) {
      found.add(Indicator.LDAP_BREAKOUT, i, j + 1);
    } else if (t.kind[i] == '*' && j > i + 1 && isAnyValue(t, i)) {
      found.add(Indicator.LDAP_BREAKOUT, i, j);
    }
  }

  /** Returns whether a star stands for a value, and not among other marks. */
  private static boolean isAnyValue(TokenBuffer t, int i) {
    return switch (t.at(i - 1)) {
      case TokenKind.START, '=', '(', ')', '*', TokenKind.NUMBER -> true;
      default -> TokenKind.isWord(t.at(i - 1));
    };
  }

  private static boolean isFilterStart(TokenBuffer t, int i) {
    int next = t.at(i + 1);
    return isOperator(next) || (TokenKind.isWord(next) && isMatch(t, i + 2)) || next == '(';
  }

  /** Returns whether the mark joins or negates filters. */
  private static boolean isOperator(int kind) {
    return kind == '&' || kind == '|' || kind == '!';
  }

  /** How a filter compares: {@code =}, {@code >=}, {@code ~=}, {@code :rule:=}. */
  private static boolean isMatch(TokenBuffer t, int i) {
    return switch (t.at(i)) {
      case '=', TokenKind.AT_LEAST -> true;
      case '~' -> t.at(i + 1) == '=';
      case ':' -> t.touches(i - 1) && t.touches(i);
      default -> false;
    };
  }

  /** Reads a parenthesis or a bar that may begin a filter. */
  static void filter(TokenBuffer t, int i, Indicators found) {
    if (i < t.filterEnd) {
      return;
    }
    if (t.kind[i] == '|') {
      found.addIf(
          t.at(i + 1) == '(' && TokenKind.isWord(t.at(i + 2)) && t.at(i + 3) == '=',
          Indicator.LDAP_FILTER,
          i,
          i + 3);
      return;
    }
    if (isFilter(t, i)) {
      int end = t.closing(i, ')', FILTER_TOKENS_MAX);
      t.filterEnd = end > 0 && isQuoted(t, i, end) ? end : 0;
      found.add(t.filterEnd > 0 ? Indicator.LDAP_QUOTED : Indicator.LDAP_FILTER, i, i + 2);
    }
  }

  /** Returns whether the parenthesis begins a filter. */
  private static boolean isFilter(TokenBuffer t, int i) {
    int next = t.at(i + 1);
    return t.at(i) == '('
        && ((isOperator(next) && t.at(i + 2) == '(')
            || (next == TokenKind.LDAP_ATTRIBUTE && t.at(i + 2) == '='));
  }

  /** Returns whether the mark joins the parts of a filter: {@code (&(a=b)(c=d))}. */
  static boolean joins(TokenBuffer t, int i) {
    int part = t.at(i + 2);
    return t.at(i - 1) == '('
        && t.at(i + 1) == '('
        && t.touches(i - 1)
        && t.touches(i)
        && (isOperator(part) || t.at(i + 3) == '=');
  }

  /** Returns whether words stand beside the filter, as if somebody writes about it. */
  private static boolean isQuoted(TokenBuffer t, int i, int end) {
    int last = TokenKind.isQuote(t.at(i - 1)) ? i - 2 : i - 1;
    int next = TokenKind.isQuote(t.at(end + 1)) ? end + 2 : end + 1;
    int before = t.at(last);
    boolean begins = before == TokenKind.START || TokenKind.isQuote(before) || isWord(t, last);
    return begins && !t.touches(last) && (areWords(t, last - 1) || areWords(t, next));
  }

  private static boolean areWords(TokenBuffer t, int i) {
    return isWord(t, i) && isWord(t, i + 1);
  }

  private static boolean isWord(TokenBuffer t, int i) {
    return TokenKind.isWord(t.at(i)) || t.at(i) == ':' || ShellTokens.isCommand(t.at(i));
  }
}

package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/**
 * Commands between backticks: a shell runs them where they stand, and people write them so when
 * they tell each other what to type. A quotation stands among the words of a sentence, blanks
 * around it.
 */
final class ShellQuotation {

  private static final int TOKENS_MAX = 48;

  private ShellQuotation() {}

  static void backtick(TokenBuffer t, int i, Indicators found) {
    if (t.endsQuotation(i)) {
      return;
    }
    int end = t.closing(i, '`', TOKENS_MAX);
    if (end > 0 && (isQuotation(t, i, end) || isName(t, i, end))) {
      t.quotationEnd = end;
    }
    if (ShellTokens.isCommand(t.at(i + 1))) {
      found.add(i < t.quotationEnd ? Indicator.SHELL_QUOTED : Indicator.SHELL_BACKTICK, i, i + 1);
    }
  }

  private static boolean isQuotation(TokenBuffer t, int i, int end) {
    boolean begins = t.at(i - 1) == TokenKind.START || !t.touches(i - 1);
    boolean stands = begins && t.touches(i) && t.touches(end - 1) && !joinsWord(t, end);
    return stands && (followsWords(t, i - 1) || (precedes(t, i - 1) && wordsFollow(t, end + 1)));
  }

  /** Returns whether a letter or digit stands right behind. */
  private static boolean joinsWord(TokenBuffer t, int end) {
    int next = t.at(end + 1);
    return t.touches(end) && (TokenKind.isWord(next) || TokenKind.isNumber(next) || isMeta(next));
  }

  private static boolean isMeta(int kind) {
    return ShellTokens.isSeparator(kind) || TokenKind.isQuote(kind) || kind == '$' || kind == '/';
  }

  private static boolean followsWords(TokenBuffer t, int last) {
    int word = isPause(t.at(last)) ? last - 1 : last;
    return isWord(t.at(word)) && isWord(t.at(word - 1));
  }

  /** What may stand before a quotation that begins a sentence. */
  private static boolean precedes(TokenBuffer t, int last) {
    return t.at(last) == TokenKind.START || isPause(t.at(last)) || isWord(t.at(last));
  }

  private static boolean wordsFollow(TokenBuffer t, int first) {
    int word = isPause(t.at(first)) ? first + 1 : first;
    return isWord(t.at(word)) && (isWord(t.at(word + 1)) || TokenKind.isNumber(t.at(word + 1)));
  }

  private static boolean isPause(int kind) {
    return kind == ',' || kind == ':' || kind == '.' || kind == '?' || kind == '!' || kind == ')';
  }

  private static boolean isWord(int kind) {
    return TokenKind.isWord(kind) || kind == TokenKind.ENGLISH_COMMAND;
  }

  /** Returns whether the backticks hold the name of a column or a table, as MySQL writes it. */
  private static boolean isName(TokenBuffer t, int i, int end) {
    return end == i + 2
        && switch (t.at(i - 1)) {
          case TokenKind.FROM,
              TokenKind.WHERE,
              TokenKind.JOIN,
              TokenKind.INTO,
              TokenKind.BY,
              TokenKind.UPDATE,
              TokenKind.TABLE,
              ',',
              '.' ->
              true;
          default -> t.at(end + 1) == ',';
        };
  }
}

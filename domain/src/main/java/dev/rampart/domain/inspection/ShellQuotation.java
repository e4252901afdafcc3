package dev.rampart.domain.inspection;

/**
 * Commands between backticks: a shell runs them where they stand, and people write them so when
 * they tell each other what to type. A quotation stands among the words of a sentence, blanks
 * around it.
 */
final class ShellQuotation {

  private static final int TOKENS_MAX = 48;

  private ShellQuotation() {}

  static void backtick(Tokens t, int i, Findings f) {
    if (t.endsQuotation(i)) {
      return;
    }
    int end = end(t, i);
    if (end > 0 && (isQuotation(t, i, end) || isName(t, i, end))) {
      t.quotationEnd = end;
    }
    if (ShellGrammar.isCommand(t.at(i + 1))) {
      f.add(i < t.quotationEnd ? Sign.SHELL_QUOTED : Sign.SHELL_BACKTICK, i, i + 1);
    }
  }

  /** Returns the next backtick, 0 if none is near. */
  private static int end(Tokens t, int i) {
    for (int j = i + 1; j < i + TOKENS_MAX && j < t.count; j++) {
      if (t.kind[j] == '`') {
        return j;
      }
    }
    return 0;
  }

  private static boolean isQuotation(Tokens t, int i, int end) {
    boolean begins = t.at(i - 1) == Kind.START || !t.touches(i - 1);
    boolean stands = begins && t.touches(i) && t.touches(end - 1) && !joinsWord(t, end);
    return stands && (followsWords(t, i - 1) || (precedes(t, i - 1) && wordsFollow(t, end + 1)));
  }

  /** Whether a letter or digit stands right behind. */
  private static boolean joinsWord(Tokens t, int end) {
    int next = t.at(end + 1);
    return t.touches(end) && (Tokens.isWord(next) || Tokens.isNumber(next) || isMeta(next));
  }

  private static boolean isMeta(int kind) {
    return ShellGrammar.isSeparator(kind) || Tokens.isQuote(kind) || kind == '$' || kind == '/';
  }

  private static boolean followsWords(Tokens t, int last) {
    int word = isPause(t.at(last)) ? last - 1 : last;
    return isWord(t.at(word)) && isWord(t.at(word - 1));
  }

  /** What may stand before a quotation that begins a sentence. */
  private static boolean precedes(Tokens t, int last) {
    return t.at(last) == Kind.START || isPause(t.at(last)) || isWord(t.at(last));
  }

  private static boolean wordsFollow(Tokens t, int first) {
    int word = isPause(t.at(first)) ? first + 1 : first;
    return isWord(t.at(word)) && (isWord(t.at(word + 1)) || Tokens.isNumber(t.at(word + 1)));
  }

  private static boolean isPause(int kind) {
    return kind == ',' || kind == ':' || kind == '.' || kind == '?' || kind == '!' || kind == ')';
  }

  private static boolean isWord(int kind) {
    return Tokens.isWord(kind) || kind == Kind.ENGLISH_COMMAND;
  }

  /** Whether the backticks hold the name of a column or a table, as MySQL writes it. */
  private static boolean isName(Tokens t, int i, int end) {
    return end == i + 2
        && switch (t.at(i - 1)) {
          case Kind.FROM,
              Kind.WHERE,
              Kind.JOIN,
              Kind.INTO,
              Kind.BY,
              Kind.UPDATE,
              Kind.TABLE,
              ',',
              '.' ->
              true;
          default -> t.at(end + 1) == ',';
        };
  }
}

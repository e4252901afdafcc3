package dev.rampart.domain.inspection;

/** The tokens of one layer, {@link Kind#START} first and {@link Kind#END} last. */
final class Tokens {

  /** Bits of {@link #shape}: a blank or the edge before the token, and after it. */
  static final int BLANK_BEFORE = 1;

  static final int BLANK_AFTER = 2;

  int[] kind = new int[256];
  int[] start = new int[256];
  int[] end = new int[256];

  /** For quotes, what stands on either side; for other marks, where blanks are. */
  int[] shape = new int[256];

  /** What was read. */
  Layer layer = new Layer();

  int count;

  /** Closed comments, which are no tokens. */
  int comments;

  /** Comments that stand between two words without a blank. */
  int splittingComments;

  /** Comments that MySQL runs. */
  int runComments;

  /** Parentheses that were opened and not closed, up to the token that is being read. */
  int openParentheses;

  /** The token that closes the last command quoted in prose, see {@link ShellQuotation}. */
  int quotationEnd;

  /** The token that closes the last whole filter quoted in prose, see {@link LdapGrammar}. */
  int filterEnd;

  void clear(Layer source) {
    int chars = source.length;
    layer = source;
    count = 0;
    comments = 0;
    splittingComments = 0;
    runComments = 0;
    openParentheses = 0;
    quotationEnd = 0;
    filterEnd = 0;
    if (kind.length < chars + 4) {
      int size = Math.max(chars + 4, 2 * kind.length);
      kind = new int[size];
      start = new int[size];
      end = new int[size];
      shape = new int[size];
    }
  }

  void add(int tokenKind, int from, int to) {
    kind[count] = tokenKind;
    start[count] = from;
    end[count] = to;
    shape[count] = 0;
    count++;
  }

  /** The kind at {@code i}; {@link Kind#END} outside. */
  int at(int i) {
    return i >= 0 && i < count ? kind[i] : Kind.END;
  }

  /** Whether nothing stands between the tokens {@code i} and {@code i + 1}. */
  boolean touches(int i) {
    return i >= 0 && i + 1 < count && end[i] == start[i + 1];
  }

  /** Whether the tokens {@code i} and {@code j} are written alike. */
  boolean isSame(int i, int j) {
    if (j >= count || kind[i] != kind[j] || end[i] - start[i] != end[j] - start[j]) {
      return false;
    }
    for (int k = 0; k < end[i] - start[i]; k++) {
      if (layer.text[start[i] + k] != layer.text[start[j] + k]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the quote at {@code i} opens a lone word in a list or an object, as JSON and PHP have
   * it. Nothing ends before such a quote, so nothing breaks out there.
   */
  boolean opensQuotedWord(int i) {
    if (at(i) == '\'') {
      return at(i - 1) == '[' && at(i + 2) == '\'' && at(i + 3) == '=' && at(i + 4) == '>';
    }
    return at(i) == '"' && at(i + 2) == '"' && isOpener(at(i - 1)) && isAfterItem(at(i + 3));
  }

  /** Whether {@code i} closes a command or a name that is quoted in backticks. */
  boolean endsQuotation(int i) {
    return i > 0 && i == quotationEnd;
  }

  private static boolean isOpener(int kind) {
    return switch (kind) {
      case '{', '[', ',', ':', '(', Kind.BRACES -> true;
      default -> false;
    };
  }

  private static boolean isAfterItem(int kind) {
    return switch (kind) {
      case '}', ']', ',', ':', ')', Kind.END_BRACES -> true;
      default -> false;
    };
  }

  static boolean isQuote(int kind) {
    return kind == '\'' || kind == '"' || kind == '`';
  }

  static boolean isNumber(int kind) {
    return kind == Kind.NUMBER || kind == Kind.HEX || kind == Kind.ODD_NUMBER;
  }

  static boolean isWord(int kind) {
    return kind == Kind.WORD || kind >= Kind.WORDS;
  }
}

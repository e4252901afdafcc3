package dev.rampart.domain.inspection.token;

import dev.rampart.domain.inspection.text.DecodedText;

/**
 * The tokens of one decoded text, {@link TokenKind#START} first and {@link TokenKind#END} last. A
 * mutable buffer of parallel arrays that is used again for text after text, since an object a token
 * would cost more than reading it.
 */
public final class TokenBuffer {

  /** What each token is, a constant of {@link TokenKind} or the code of a mark. */
  public int[] kind = new int[256];

  /** Where each token begins in the text. */
  public int[] start = new int[256];

  /** Where each token ends in the text (exclusive). */
  public int[] end = new int[256];

  /** What stands beside each mark, see {@link MarkShape}; 0 for other tokens. */
  public int[] shape = new int[256];

  /** The text that the tokens were read from. */
  public DecodedText text = new DecodedText();

  /** The number of tokens. */
  public int count;

  /** The number of closed comments, which are no tokens. */
  public int comments;

  /** The number of comments that stand between two words without a blank. */
  public int splittingComments;

  /** The number of comments that MySQL runs. */
  public int runComments;

  /** The parentheses that are open at the token that the grammars are reading. */
  public int openParentheses;

  /** The token that closes the last command line quoted in prose, 0 if there was none. */
  public int quotationEnd;

  /** The token that closes the last whole directory filter quoted in prose, 0 if there was none. */
  public int filterEnd;

  void clear(DecodedText source) {
    int characters = source.length;
    text = source;
    count = 0;
    comments = 0;
    splittingComments = 0;
    runComments = 0;
    openParentheses = 0;
    quotationEnd = 0;
    filterEnd = 0;
    if (kind.length < characters + 4) {
      int size = Math.max(characters + 4, 2 * kind.length);
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

  /** Returns the kind of the token {@code i}; {@link TokenKind#END} if there is no such token. */
  public int at(int i) {
    return i >= 0 && i < count ? kind[i] : TokenKind.END;
  }

  /** Returns the number of characters of the token {@code i}. */
  public int length(int i) {
    return end[i] - start[i];
  }

  /** Returns the first character of the token {@code i}. */
  public char firstChar(int i) {
    return text.chars[start[i]];
  }

  /** Returns whether the token {@code i} is this one letter. */
  public boolean isLetter(int i, char letter) {
    return at(i) == TokenKind.WORD && length(i) == 1 && firstChar(i) == letter;
  }

  /** Returns whether nothing stands between the tokens {@code i} and {@code i + 1}. */
  public boolean touches(int i) {
    return i >= 0 && i + 1 < count && end[i] == start[i + 1];
  }

  /** Returns whether the tokens {@code i} and {@code j} are written alike. */
  public boolean isSame(int i, int j) {
    if (j >= count || kind[i] != kind[j] || length(i) != length(j)) {
      return false;
    }
    for (int k = 0; k < length(i); k++) {
      if (text.chars[start[i] + k] != text.chars[start[j] + k]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the token of kind {@code close} that matches the one at {@code i}, which opens a pair,
   * or 0 if none of the {@code max} tokens from there does. Quotes, which open and close by the
   * same mark, do not nest.
   */
  public int closing(int i, int close, int max) {
    int depth = 0;
    for (int j = i + 1; j < i + max && j < count; j++) {
      if (kind[j] == close) {
        if (depth == 0) {
          return j;
        }
        depth--;
      } else if (kind[j] == kind[i]) {
        depth++;
      }
    }
    return 0;
  }

  /**
   * Returns whether the quote at {@code i} opens a lone word in a list or an object, as JSON and
   * PHP have it. Nothing ends before such a quote, so nothing breaks out there.
   */
  public boolean opensQuotedWord(int i) {
    if (at(i) == '\'') {
      return at(i - 1) == '[' && at(i + 2) == '\'' && at(i + 3) == '=' && at(i + 4) == '>';
    }
    return at(i) == '"' && at(i + 2) == '"' && isOpener(at(i - 1)) && isAfterItem(at(i + 3));
  }

  /** Returns whether {@code i} closes a command or a name that is quoted in backticks. */
  public boolean endsQuotation(int i) {
    return i > 0 && i == quotationEnd;
  }

  private static boolean isOpener(int kind) {
    return switch (kind) {
      case '{', '[', ',', ':', '(', TokenKind.BRACES -> true;
      default -> false;
    };
  }

  private static boolean isAfterItem(int kind) {
    return switch (kind) {
      case '}', ']', ',', ':', ')', TokenKind.END_BRACES -> true;
      default -> false;
    };
  }
}

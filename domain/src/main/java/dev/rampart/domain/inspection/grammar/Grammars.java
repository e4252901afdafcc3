package dev.rampart.domain.inspection.grammar;

import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;

/** All grammars, asked for every token of a text. For one thread. */
public final class Grammars {

  private static final int ALL = 0b1_1111_1111;

  /**
   * The grammars that ignore each kind of token, as bits: most care for few kinds, and asking all
   * of them about every token costs a seventh of the time.
   */
  private final short[] ignored = new short[TokenKind.COUNT];

  /** Replaces the content of {@code found} by what the grammars find in these tokens. */
  public void read(TokenBuffer tokens, Indicators found) {
    found.clear();
    found.addIf(tokens.comments > 0, Indicator.SQL_COMMENTS, 0, 0);
    found.addIf(tokens.splittingComments > 0, Indicator.SQL_SPLIT, 0, 0);
    found.addIf(tokens.text.joins > 0, Indicator.SHELL_JOINED, 0, 0);
    found.addIf(tokens.runComments > 0, Indicator.SQL_RUN_COMMENT, 0, 0);
    for (int i = 0; i < tokens.count; i++) {
      if (ignored[tokens.kind[i]] != ALL) {
        readAt(tokens, i, found);
      }
    }
  }

  /** Hands a token to every grammar that has not said before that it ignores the kind. */
  private void readAt(TokenBuffer tokens, int i, Indicators found) {
    int kind = tokens.kind[i];
    for (int left = ALL & ~ignored[kind]; left != 0; left &= left - 1) {
      int grammar = Integer.lowestOneBit(left);
      if (!reads(grammar, tokens, i, found)) {
        ignored[kind] |= (short) grammar;
      }
    }
  }

  private static boolean reads(int grammar, TokenBuffer tokens, int i, Indicators found) {
    return switch (grammar) {
      case 1 -> SqlGrammar.read(tokens, i, found);
      case 2 -> HtmlGrammar.read(tokens, i, found);
      case 4 -> ShellGrammar.read(tokens, i, found);
      case 8 -> PathGrammar.read(tokens, i, found);
      case 16 -> ExpressionGrammar.read(tokens, i, found);
      case 32 -> UrlGrammar.read(tokens, i, found);
      case 64 -> ObjectGrammar.read(tokens, i, found);
      case 128 -> FormulaGrammar.read(tokens, i, found);
      default -> GraphGrammar.read(tokens, i, found);
    };
  }
}

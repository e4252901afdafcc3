package dev.rampart.domain.inspection;

/**
 * Reads a value layer by layer and window by window, and hands each window that holds a sign to a
 * {@link Judge}. Holds all buffers; one value at a time.
 */
final class Reading {

  /** What is done with a window. */
  interface Judge {
    /** The window is in {@code grams}; its findings are {@code from} to {@code to} (exclusive). */
    void window(Tokens tokens, Findings findings, int from, int to, Grams grams);

    /** Whether nothing that could still be read would matter. */
    default boolean isSure() {
      return false;
    }
  }

  private static final int ALL_GRAMMARS = 0b1_1111_1111;
  private static final int CHARS_KEPT_MAX = 1 << 17;

  private final Layer[] layers = new Layer[Inspector.ROUNDS_MAX + 1];
  private final Layer variant = new Layer();
  private final Decoder decoder = new Decoder();
  private final Lexer lexer = new Lexer();
  private final Tokens tokens = new Tokens();
  private final Findings findings = new Findings();
  private final Grams grams = new Grams();

  /**
   * The grammars that ignore each kind of token, as bits: most care for few kinds, and asking all
   * of them about every token costs a seventh of the time.
   */
  private final short[] ignored = new short[Kind.COUNT];

  private boolean deeper;

  Reading() {
    for (int i = 0; i < layers.length; i++) {
      layers[i] = new Layer();
    }
  }

  /** Whether the buffers are small enough to keep for the next value. */
  boolean isWorthKeeping() {
    return tokens.kind.length <= CHARS_KEPT_MAX;
  }

  /** Whether the last value was still encoded after the last round. */
  boolean isDeeper() {
    return deeper;
  }

  /** Reads a value; says whether it is well-formed. */
  boolean read(String value, Judge judge) {
    deeper = false;
    if (!fold(value, layers[0])) {
      return false;
    }
    judge(layers[0], judge);
    int depth = 0;
    while (depth < Inspector.ROUNDS_MAX
        && !judge.isSure()
        && decoder.decode(layers[depth], layers[depth + 1])) {
      depth++;
      judge(layers[depth], judge);
    }
    if (judge.isSure()) {
      return true;
    }
    if (depth == Inspector.ROUNDS_MAX) {
      deeper = decoder.decode(layers[depth], variant);
    }
    if (Base64Text.decode(value, variant) || Variants.of(layers[depth], variant)) {
      judge(variant, judge);
    }
    return true;
  }

  private static boolean fold(String value, Layer layer) {
    layer.clear(0, value.length());
    int length = value.length();
    layer.reserve(length);
    int i = layer.foldPrintable(value, 0);
    while (i < length) {
      char c = value.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == length
            || !Character.isLowSurrogate(value.charAt(i + 1))) {
          return false;
        }
        layer.fold(Character.toCodePoint(c, value.charAt(i + 1)), i);
        i += 2;
      } else {
        layer.fold(c, i);
        i++;
      }
      i = layer.foldPrintable(value, i);
    }
    return true;
  }

  private void judge(Layer layer, Judge judge) {
    lexer.read(layer, tokens);
    findings.clear();
    if (tokens.comments > 0) {
      findings.add(Sign.SQL_COMMENTS, 0, 0);
    }
    if (tokens.splittingComments > 0) {
      findings.add(Sign.SQL_SPLIT, 0, 0);
    }
    if (layer.joins > 0) {
      findings.add(Sign.SHELL_JOINED, 0, 0);
    }
    if (tokens.runComments > 0) {
      findings.add(Sign.SQL_RUN_COMMENT, 0, 0);
    }
    for (int i = 0; i < tokens.count; i++) {
      if (ignored[tokens.kind[i]] != ALL_GRAMMARS) {
        grammars(i);
      }
    }
    if (findings.count > 0) {
      windows(judge);
    }
  }

  /** Hands a token to every grammar that has not said before that it ignores the kind. */
  private void grammars(int i) {
    int kind = tokens.kind[i];
    for (int left = ALL_GRAMMARS & ~ignored[kind]; left != 0; left &= left - 1) {
      int grammar = Integer.lowestOneBit(left);
      if (!reads(grammar, i)) {
        ignored[kind] |= (short) grammar;
      }
    }
  }

  private boolean reads(int grammar, int i) {
    return switch (grammar) {
      case 1 -> SqlGrammar.read(tokens, i, findings);
      case 2 -> HtmlGrammar.read(tokens, i, findings);
      case 4 -> ShellGrammar.read(tokens, i, findings);
      case 8 -> PathGrammar.read(tokens, i, findings);
      case 16 -> ExpressionGrammar.read(tokens, i, findings);
      case 32 -> UrlGrammar.read(tokens, i, findings);
      case 64 -> ObjectGrammar.read(tokens, i, findings);
      case 128 -> FormulaGrammar.read(tokens, i, findings);
      default -> GraphGrammar.read(tokens, i, findings);
    };
  }

  private void windows(Judge judge) {
    int first = 0;
    for (int from = 0; from < tokens.count; from += Grams.STRIDE_TOKENS) {
      int to = Math.min(from + Grams.WINDOW_TOKENS, tokens.count);
      while (first < findings.count && findings.first[first] < from) {
        first++;
      }
      int last = first;
      while (last < findings.count && findings.first[last] < to) {
        last++;
      }
      if (last > first) {
        grams.collect(tokens, from, to, findings, first, last);
        judge.window(tokens, findings, first, last, grams);
      }
      if (to == tokens.count || judge.isSure()) {
        return;
      }
    }
  }
}

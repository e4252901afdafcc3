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
  }

  private static final int CHARS_KEPT_MAX = 1 << 16;

  private final Layer[] layers = new Layer[Inspector.ROUNDS_MAX + 1];
  private final Layer variant = new Layer();
  private final Decoder decoder = new Decoder();
  private final Lexer lexer = new Lexer();
  private final Tokens tokens = new Tokens();
  private final Findings findings = new Findings();
  private final Grams grams = new Grams();
  private boolean deeper;

  Reading() {
    for (var i = 0; i < layers.length; i++) {
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
    var depth = 0;
    while (depth < Inspector.ROUNDS_MAX && decoder.decode(layers[depth], layers[depth + 1])) {
      depth++;
      judge(layers[depth], judge);
    }
    if (depth == Inspector.ROUNDS_MAX) {
      deeper = decoder.decode(layers[depth], variant);
    }
    if (Base64Text.decode(value, variant)) {
      judge(variant, judge);
      return true;
    }
    if (Variants.of(layers[depth], variant)) {
      judge(variant, judge);
    }
    return true;
  }

  private static boolean fold(String value, Layer layer) {
    layer.clear(0, value.length());
    var length = value.length();
    layer.reserve(length);
    var i = 0;
    while (i < length) {
      var c = value.charAt(i);
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
    for (var i = 0; i < tokens.count; i++) {
      var kind = tokens.kind[i];
      if (kind != Kind.WORD) {
        SqlGrammar.read(tokens, i, findings);
        HtmlGrammar.read(tokens, i, findings);
        ShellGrammar.read(tokens, i, findings);
        PathGrammar.read(tokens, i, findings);
        ExpressionGrammar.read(tokens, i, findings);
        UrlGrammar.read(tokens, i, findings);
      }
    }
    if (findings.count > 0) {
      windows(judge);
    }
  }

  private void windows(Judge judge) {
    var first = 0;
    for (var from = 0; from < tokens.count; from += Grams.STRIDE_TOKENS) {
      var to = Math.min(from + Grams.WINDOW_TOKENS, tokens.count);
      while (first < findings.count && findings.first[first] < from) {
        first++;
      }
      var last = first;
      while (last < findings.count && findings.first[last] < to) {
        last++;
      }
      if (last > first) {
        grams.collect(tokens, from, to, findings, first, last);
        judge.window(tokens, findings, first, last, grams);
      }
      if (to == tokens.count) {
        return;
      }
    }
  }
}

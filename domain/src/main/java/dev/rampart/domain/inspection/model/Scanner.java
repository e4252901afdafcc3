package dev.rampart.domain.inspection.model;

import dev.rampart.domain.inspection.Inspector;
import dev.rampart.domain.inspection.grammar.Grammars;
import dev.rampart.domain.inspection.grammar.Indicators;
import dev.rampart.domain.inspection.text.Base64Decoder;
import dev.rampart.domain.inspection.text.DecodedText;
import dev.rampart.domain.inspection.text.Decoder;
import dev.rampart.domain.inspection.text.ShellNormalizer;
import dev.rampart.domain.inspection.token.PolyglotLexer;
import dev.rampart.domain.inspection.token.TokenBuffer;

/**
 * Scans a value after each round of decoding, window by window, and hands each window that holds an
 * indicator to a {@link WindowListener}. Holds all buffers, so it scans one value at a time.
 */
public final class Scanner {

  private static final int TOKENS_KEPT_MAX = 1 << 17;

  /** The value as it came, and after each round of decoding. */
  private final DecodedText[] rounds = new DecodedText[Inspector.ROUNDS_MAX + 1];

  private final DecodedText variant = new DecodedText();
  private final Decoder decoder = new Decoder();
  private final PolyglotLexer lexer = new PolyglotLexer();
  private final TokenBuffer tokens = new TokenBuffer();
  private final Grammars grammars = new Grammars();
  private final Indicators indicators = new Indicators();
  private final FeatureExtractor features = new FeatureExtractor();
  private boolean stillEncoded;

  /** Makes a scanner with buffers of its own. */
  public Scanner() {
    for (int i = 0; i < rounds.length; i++) {
      rounds[i] = new DecodedText();
    }
  }

  /** Returns whether the buffers are small enough to keep for the next value. */
  public boolean isWorthKeeping() {
    return tokens.kind.length <= TOKENS_KEPT_MAX;
  }

  /** Returns whether the last value was still encoded after the last round. */
  public boolean isStillEncoded() {
    return stillEncoded;
  }

  /** Scans a value; returns whether it is well-formed. One that is not has no windows. */
  public boolean scan(String value, WindowListener listener) {
    stillEncoded = false;
    if (!rounds[0].fold(value)) {
      return false;
    }
    scan(rounds[0], listener);
    int depth = 0;
    while (depth < Inspector.ROUNDS_MAX
        && !listener.isDecided()
        && decoder.decode(rounds[depth], rounds[depth + 1])) {
      depth++;
      scan(rounds[depth], listener);
    }
    if (listener.isDecided()) {
      return true;
    }
    if (depth == Inspector.ROUNDS_MAX) {
      stillEncoded = decoder.decode(rounds[depth], variant);
    }
    if (Base64Decoder.decode(value, variant) || ShellNormalizer.rewrite(rounds[depth], variant)) {
      scan(variant, listener);
    }
    return true;
  }

  private void scan(DecodedText text, WindowListener listener) {
    lexer.read(text, tokens);
    grammars.read(tokens, indicators);
    if (indicators.count > 0) {
      windows(listener);
    }
  }

  private void windows(WindowListener listener) {
    int first = 0;
    for (int from = 0; from < tokens.count; from += FeatureExtractor.STRIDE_TOKENS) {
      int to = Math.min(from + FeatureExtractor.WINDOW_TOKENS, tokens.count);
      while (first < indicators.count && indicators.first[first] < from) {
        first++;
      }
      int last = first;
      while (last < indicators.count && indicators.first[last] < to) {
        last++;
      }
      if (last > first) {
        features.collect(tokens, from, to, indicators, first, last);
        listener.onWindow(tokens, indicators, first, last, features);
      }
      if (to == tokens.count || listener.isDecided()) {
        return;
      }
    }
  }
}

package dev.rampart.domain.inspection.model;

import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.Encoding;
import dev.rampart.domain.inspection.grammar.Indicator;
import dev.rampart.domain.inspection.grammar.Indicators;
import dev.rampart.domain.inspection.text.Base64Decoder;
import dev.rampart.domain.inspection.text.DecodedText;
import dev.rampart.domain.inspection.text.Decoder;
import dev.rampart.domain.inspection.text.ShellNormalizer;
import dev.rampart.domain.inspection.token.PolyglotLexer;
import dev.rampart.domain.inspection.token.TokenBuffer;
import dev.rampart.domain.inspection.token.TokenKind;
import dev.rampart.domain.inspection.token.Vocabulary;

/**
 * A number that stands for what the features mean. Weights learned for one set of features say
 * nothing about another, and nothing else would notice: a new token kind shifts no table, it only
 * makes wrong verdicts. So the weights carry the fingerprint of what they were learned for.
 *
 * <p>It is taken of what the code does rather than of how it is written: the kinds and shapes that
 * the lexer gives to a text with every pair of marks, the meaning of each word of the vocabulary,
 * the encodings that are noted, the feature numbers that come of all these, and the names of the
 * indicators and classes. Renaming a constant, a comment or another order of methods leaves it as
 * it is. When a grammar finds its indicator is no part of it.
 */
final class FeatureFingerprint implements Vocabulary.WordVisitor {

  private static final long SEED = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  /** One text for each way in which a text can be written otherwise. */
  private static final String[] ENCODED = {
    "%41", "%u0041", "%c0%ae", "&lt;", "\\u0041", "\uff41", "a\u0000"
  };

  /** What the pairs of marks leave out: longer marks, numbers, repetition, words by their place. */
  private static final String REST =
      """
      <!-- --> ... :// /*! */ /* a */ a/**/b #
      x 12 0x1f 1.e 1.5e3 'a' "a" `a` (a) a
      /x $ne [$ne] {$gt:1} <b> </b> <a> <script> <svg> <zzz onclick=1 onzzz=1 rO0ABXNy
      ;id;python3;get-content a;more;gzip;done;while true;do sudo ls /bin/cat select a
      """;

  private static final int SAME = 48;

  /** So many that the last of them no longer forms a pair with each other one. */
  private static final int INDICATORS = 15;

  /** The distance of two indicators, so far that tokens between them are near neither. */
  private static final int INDICATOR_TOKENS = 25;

  private long hash = SEED;
  private long words;

  private FeatureFingerprint() {}

  /** Returns the fingerprint of the features as they are. */
  static long take() {
    FeatureFingerprint print = new FeatureFingerprint();
    print.names();
    print.encodings();
    Vocabulary.forEachWord(print);
    print.add(print.words);
    print.tokens(probe());
    return print.hash;
  }

  /** Returns the tokens of a text that has every mark, every pair of marks, and the rest. */
  static TokenBuffer probe() {
    StringBuilder text = new StringBuilder(REST);
    for (char mark = '!'; mark <= '~'; mark++) {
      for (char next = '!'; next <= '~'; next++) {
        if (!Character.isLetterOrDigit(mark) && !Character.isLetterOrDigit(next)) {
          text.append(mark).append(next).append(" x\n");
        }
      }
    }
    text.append(" ").repeat("a", SAME);
    DecodedText decoded = new DecodedText();
    boolean _ = decoded.fold(text.toString());
    TokenBuffer tokens = new TokenBuffer();
    new PolyglotLexer().read(decoded, tokens);
    return tokens;
  }

  private void names() {
    for (Attack attack : Attack.values()) {
      add(attack.wireName());
    }
    for (Indicator indicator : Indicator.ALL) {
      add(indicator.rule);
      add(indicator.attack.ordinal());
    }
  }

  private void encodings() {
    add(Encoding.values().length);
    DecodedText text = new DecodedText();
    DecodedText decoded = new DecodedText();
    for (String encoded : ENCODED) {
      boolean _ = text.fold(encoded);
      add(new Decoder().decode(text, decoded) ? decoded.encodings : text.encodings);
    }
    add(Base64Decoder.decode("PHNjcmlwdD4=", decoded) ? decoded.encodings : 0);
    boolean _ = text.fold("c''at");
    add(ShellNormalizer.rewrite(text, decoded) ? decoded.encodings : 0);
  }

  /** Adds the meaning of a word. The sum does not depend on the order of the words. */
  @Override
  public void visit(int table, long word, int kind) {
    words += mix(mix(word ^ SEED, table), kind);
  }

  /** Adds the tokens, and the features of a window of them with indicators made up. */
  private void tokens(TokenBuffer tokens) {
    add(TokenKind.COUNT);
    for (int i = 0; i < tokens.count; i++) {
      add(tokens.kind[i]);
      add(tokens.shape[i]);
    }
    tokens.text.encodings = (1 << Encoding.values().length) - 1;
    Indicators indicators = new Indicators();
    indicators.count = INDICATORS;
    for (int i = 0; i < INDICATORS; i++) {
      indicators.ordinal[i] = 7 * i;
      indicators.first[i] = i * INDICATOR_TOKENS;
      indicators.last[i] = i * INDICATOR_TOKENS + 1;
    }
    FeatureExtractor features = new FeatureExtractor();
    int to = FeatureExtractor.STRIDE_TOKENS + FeatureExtractor.WINDOW_TOKENS;
    features.collect(tokens, FeatureExtractor.STRIDE_TOKENS, to, indicators, 1, INDICATORS);
    for (int i = 0; i < features.count; i++) {
      add(features.feature[i]);
      add(ClassVotes.slot(features.feature[i]));
    }
  }

  private void add(String text) {
    add(text.length());
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
  }

  private void add(long number) {
    hash = mix(hash, number);
  }

  private static long mix(long hash, long number) {
    long mixed = (hash ^ number) * PRIME;
    return mixed ^ mixed >>> 32;
  }
}

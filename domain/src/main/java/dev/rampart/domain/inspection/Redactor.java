package dev.rampart.domain.inspection;

/** Writes a span so that its grammar can be seen and its content cannot. */
final class Redactor {

  private static final char HIDDEN = '…';

  private final char[] out = new char[Evidence.EXCERPT_CHARS_MAX];
  private int length;

  private Redactor() {}

  /**
   * Returns the characters from {@code start} to {@code end} of a layer with every run of letters
   * or digits that is no word of the {@link Vocabulary vocabulary} as {@code …}.
   */
  static String excerpt(Layer layer, int start, int end) {
    Redactor redactor = new Redactor();
    redactor.read(layer, start, end);
    return new String(redactor.out, 0, redactor.length);
  }

  private void read(Layer layer, int start, int end) {
    int at = start;
    while (at < end && length < out.length) {
      char c = layer.text[at];
      if (Lexer.isWordPart(c)) {
        at = word(layer, at);
      } else {
        put(c < ' ' ? ' ' : c);
        at++;
      }
    }
  }

  /** Reads the run that begins at {@code start}; returns where it ends. */
  private int word(Layer layer, int start) {
    int at = start;
    long hash = Words.seed();
    while (at < layer.length && Lexer.isWordPart(layer.text[at])) {
      hash = Words.add(hash, layer.text[at]);
      at++;
    }
    if (Vocabulary.isKnown(hash)) {
      for (int i = start; i < at && length < out.length; i++) {
        put(layer.text[i]);
      }
    } else if (length == 0 || out[length - 1] != HIDDEN) {
      put(HIDDEN);
    }
    return at;
  }

  private void put(char c) {
    out[length] = c;
    length++;
  }
}

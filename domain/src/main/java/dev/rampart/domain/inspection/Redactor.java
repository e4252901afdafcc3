package dev.rampart.domain.inspection;

/** Writes a span so that its grammar can be seen and its content cannot. */
final class Redactor {

  private static final char HIDDEN = '…';

  private Redactor() {}

  /**
   * Returns the characters from {@code start} to {@code end} of a layer with every run of letters
   * or digits that is no word of the {@link Vocabulary vocabulary} as {@code …}.
   */
  static String excerpt(Layer layer, int start, int end) {
    var out = new StringBuilder();
    var at = start;
    while (at < end && out.length() < Evidence.EXCERPT_CHARS_MAX) {
      var c = layer.text[at];
      if (!Lexer.isWordPart(c)) {
        out.append(c < ' ' ? ' ' : c);
        at++;
        continue;
      }
      var first = at;
      var hash = Words.seed();
      while (at < layer.length && Lexer.isWordPart(layer.text[at])) {
        hash = Words.add(hash, layer.text[at]);
        at++;
      }
      if (Vocabulary.isKnown(hash)) {
        out.append(layer.text, first, at - first);
      } else if (out.isEmpty() || out.charAt(out.length() - 1) != HIDDEN) {
        out.append(HIDDEN);
      }
    }
    if (out.length() > Evidence.EXCERPT_CHARS_MAX) {
      out.setLength(Evidence.EXCERPT_CHARS_MAX);
    }
    return out.toString();
  }
}

package dev.rampart.domain.inspection.model;

import dev.rampart.domain.inspection.Evidence;
import dev.rampart.domain.inspection.text.Characters;
import dev.rampart.domain.inspection.text.DecodedText;
import dev.rampart.domain.inspection.text.WordHash;
import dev.rampart.domain.inspection.token.Vocabulary;

/** Writes a span so that its grammar can be seen and its content cannot. */
final class Redactor {

  private static final char HIDDEN = '…';

  private final char[] out = new char[Evidence.EXCERPT_CHARS_MAX];
  private int length;

  private Redactor() {}

  /**
   * Returns the characters from {@code start} to {@code end} of a text with every run of letters or
   * digits that is no word of the {@link Vocabulary vocabulary} as {@code …}.
   */
  static String excerpt(DecodedText text, int start, int end) {
    Redactor redactor = new Redactor();
    redactor.read(text, start, end);
    return new String(redactor.out, 0, redactor.length);
  }

  private void read(DecodedText text, int start, int end) {
    int at = start;
    while (at < end && length < out.length) {
      char c = text.chars[at];
      if (Characters.isWordPart(c)) {
        at = word(text, at);
      } else {
        put(c < ' ' ? ' ' : c);
        at++;
      }
    }
  }

  /** Reads the run that begins at {@code start}; returns where it ends. */
  private int word(DecodedText text, int start) {
    int at = start;
    long hash = WordHash.seed();
    while (at < text.length && Characters.isWordPart(text.chars[at])) {
      hash = WordHash.add(hash, text.chars[at]);
      at++;
    }
    if (Vocabulary.isKnown(hash)) {
      for (int i = start; i < at && length < out.length; i++) {
        put(text.chars[i]);
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

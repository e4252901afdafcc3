package dev.rampart.domain.inspection;

/**
 * One reading of a value: the text, lower case and in compatibility form, each character with its
 * place in the value as it came. Reused from value to value.
 */
final class Layer {
  char[] text = new char[256];

  /** Where each character begins in the original. */
  int[] from = new int[256];

  /** Where each character ends in the original. */
  int[] to = new int[256];

  int length;

  /** The steps that led here, as bits by {@link Step#ordinal()}. */
  int steps;

  void clear(int inheritedSteps) {
    length = 0;
    steps = inheritedSteps;
  }

  void reserve(int chars) {
    if (text.length < chars) {
      var size = Math.max(chars, 2 * text.length);
      text = new char[size];
      from = new int[size];
      to = new int[size];
    }
  }

  void took(Step step) {
    steps |= 1 << step.ordinal();
  }

  /** Adds a character that needs no folding. */
  void put(char c, int start, int end) {
    text[length] = c;
    from[length] = start;
    to[length] = end;
    length++;
  }

  /** Adds a character in its folded form, or drops it where it has none. */
  void fold(int c, int start, int end) {
    if (c < 0x80) {
      if (c >= 0x20 && c != 0x7f) {
        put((char) (c >= 'A' && c <= 'Z' ? c + 32 : c), start, end);
      } else if (c >= 9 && c <= 13) {
        put((char) c, start, end);
      } else {
        took(Step.CONTROL);
      }
      return;
    }
    var folded = Folding.fold(c);
    if (folded == Folding.DROP) {
      took(Step.CONTROL);
      return;
    }
    if (folded != c && folded != ' ') {
      took(Step.COMPATIBILITY);
    }
    put((char) folded, start, end);
  }

  /** Copies the first characters of another layer, as they are. */
  void copy(Layer source, int chars) {
    System.arraycopy(source.text, 0, text, 0, chars);
    System.arraycopy(source.from, 0, from, 0, chars);
    System.arraycopy(source.to, 0, to, 0, chars);
    length = chars;
  }

  /** The first character from {@code start} on that is one of these marks; the length if none. */
  int firstOf(boolean[] marks, int start) {
    var i = start;
    while (i < length && (text[i] >= 0x80 || !marks[text[i]])) {
      i++;
    }
    return i;
  }

  /** A table for {@link #firstOf}. */
  static boolean[] marks(String marks) {
    var table = new boolean[0x80];
    for (var i = 0; i < marks.length(); i++) {
      table[marks.charAt(i)] = true;
    }
    return table;
  }

  char at(int index) {
    return index < length ? text[index] : 0;
  }
}

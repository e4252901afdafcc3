package dev.rampart.domain.inspection;

/**
 * One reading of a value: the text, lower case and in compatibility form, each character with its
 * place in the value as it came. Reused from value to value.
 */
final class Layer {
  char[] text = new char[256];

  /** Where each character begins in the original. */
  int[] from = new int[256];

  int length;

  /** Places where a shell would join what is written apart, such as {@code c''at}. */
  int joins;

  /** How long the value is as it came. */
  private int original;

  /** The steps that led here, as bits by {@link Step#ordinal()}. */
  int steps;

  /** Makes the layer ready for another reading of a value of {@code originalLength} characters. */
  void clear(int inheritedSteps, int originalLength) {
    original = originalLength;
    length = 0;
    joins = 0;
    steps = inheritedSteps;
  }

  void reserve(int chars) {
    if (text.length < chars) {
      int size = Math.max(chars, 2 * text.length);
      text = new char[size];
      from = new int[size];
    }
  }

  void took(Step step) {
    steps |= 1 << step.ordinal();
  }

  /** Adds a character that needs no folding. */
  void put(char c, int start) {
    text[length] = c;
    from[length] = start;
    length++;
  }

  /**
   * Adds the characters from {@code start} on in their folded form, up to the first that is not
   * printable ASCII; returns where that is.
   */
  int foldPrintable(String value, int start) {
    int shift = length - start;
    int i = start;
    while (i < value.length()) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~') {
        break;
      }
      text[shift + i] = lower(c);
      from[shift + i] = i;
      i++;
    }
    length = shift + i;
    return i;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  /** Adds a character in its folded form, or drops it where it has none. */
  void fold(int c, int start) {
    if (c < 0x80) {
      if (c >= 0x20 && c != 0x7f) {
        put(lower((char) c), start);
      } else if (c >= 9 && c <= 13) {
        put((char) c, start);
      } else {
        took(Step.CONTROL);
      }
      return;
    }
    int folded = Folding.fold(c);
    if (folded == Folding.DROP) {
      took(Step.CONTROL);
      return;
    }
    if (folded != c && folded != ' ') {
      took(Step.COMPATIBILITY);
    }
    put((char) folded, start);
  }

  /** Adds the characters {@code start} to {@code end} (exclusive) of another layer, as they are. */
  void append(Layer source, int start, int end) {
    System.arraycopy(source.text, start, text, length, end - start);
    System.arraycopy(source.from, start, from, length, end - start);
    length += end - start;
  }

  /** The first character from {@code start} on that is one of these marks; the length if none. */
  int firstOf(boolean[] marks, int start) {
    int i = start;
    while (i < length && (text[i] >= 0x80 || !marks[text[i]])) {
      i++;
    }
    return i;
  }

  /** A table for {@link #firstOf}. */
  static boolean[] marks(String marks) {
    boolean[] table = new boolean[0x80];
    for (int i = 0; i < marks.length(); i++) {
      table[marks.charAt(i)] = true;
    }
    return table;
  }

  /** Where the character begins in the original; where the original ends for one after the last. */
  int from(int index) {
    return index < length ? from[index] : original;
  }

  /** Where the character ends in the original, what was dropped after it included. */
  int to(int index) {
    return index + 1 < length ? from[index + 1] : original;
  }

  /** How long the value is as it came. */
  int original() {
    return original;
  }

  char at(int index) {
    return index < length ? text[index] : 0;
  }
}

package dev.rampart.domain.inspection.text;

import dev.rampart.domain.inspection.Encoding;
import java.util.Arrays;
import java.util.List;

/**
 * A value as the grammars read it: the characters after some rounds of decoding, lower case and in
 * compatibility form, each with its place in the value as it came. A mutable buffer that is used
 * again for value after value.
 */
public final class DecodedText {

  /** The characters; only the first {@link #length} count. */
  public char[] chars = new char[256];

  /** Where each character begins in the original value. */
  int[] origins = new int[256];

  /** The number of characters. */
  public int length;

  /** The number of places where a shell would join what is written apart: {@code c''at}. */
  public int joins;

  /** The encodings that were undone to get here, one bit each by {@link Encoding#ordinal()}. */
  public int encodings;

  private int originalLength;

  /** Empties the buffer for a value of so many characters from which some encodings were undone. */
  void clear(int inheritedEncodings, int lengthOfOriginal) {
    originalLength = lengthOfOriginal;
    length = 0;
    joins = 0;
    encodings = inheritedEncodings;
  }

  /** Makes room for so many characters. Call it while the buffer is empty: it keeps none. */
  void reserve(int characters) {
    if (chars.length < characters) {
      int size = Math.max(characters, 2 * chars.length);
      chars = new char[size];
      origins = new int[size];
    }
  }

  /** Notes that an encoding was undone. */
  void undid(Encoding encoding) {
    encodings |= 1 << encoding.ordinal();
  }

  /** Returns whether this encoding was undone. */
  public boolean isDecodedFrom(Encoding encoding) {
    return (encodings >> encoding.ordinal() & 1) != 0;
  }

  /** Returns the encodings that were undone, in the order of their declaration. */
  public List<Encoding> undone() {
    return encodings == 0
        ? List.of()
        : Arrays.stream(Encoding.values()).filter(this::isDecodedFrom).toList();
  }

  /** Replaces the content by a value in its folded form; returns whether it is well-formed. */
  public boolean fold(String value) {
    clear(0, value.length());
    int end = value.length();
    reserve(end);
    int i = foldPrintable(value, 0);
    while (i < end) {
      char c = value.charAt(i);
      if (Character.isSurrogate(c)) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == end
            || !Character.isLowSurrogate(value.charAt(i + 1))) {
          return false;
        }
        fold(Character.toCodePoint(c, value.charAt(i + 1)), i);
        i += 2;
      } else {
        fold(c, i);
        i++;
      }
      i = foldPrintable(value, i);
    }
    return true;
  }

  /**
   * Adds the characters from {@code start} on in their folded form, up to the first that is not
   * printable ASCII; returns the index of that one.
   */
  private int foldPrintable(String value, int start) {
    int shift = length - start;
    int i = start;
    while (i < value.length()) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~') {
        break;
      }
      chars[shift + i] = lower(c);
      origins[shift + i] = i;
      i++;
    }
    length = shift + i;
    return i;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
  }

  /** Adds a code point in its folded form, or drops it if it has none. */
  void fold(int c, int origin) {
    if (c < 0x80) {
      if (c >= 0x20 && c != 0x7f) {
        put(lower((char) c), origin);
      } else if (c >= 9 && c <= 13) {
        put((char) c, origin);
      } else {
        undid(Encoding.CONTROL);
      }
      return;
    }
    int folded = CompatibilityFolding.fold(c);
    if (folded == CompatibilityFolding.DROP) {
      undid(Encoding.CONTROL);
      return;
    }
    if (folded != c && folded != ' ') {
      undid(Encoding.COMPATIBILITY);
    }
    put((char) folded, origin);
  }

  /** Adds a character that needs no folding. */
  void put(char c, int origin) {
    chars[length] = c;
    origins[length] = origin;
    length++;
  }

  /** Adds the characters {@code start} to {@code end} (exclusive) of another text, as they are. */
  void append(DecodedText source, int start, int end) {
    System.arraycopy(source.chars, start, chars, length, end - start);
    System.arraycopy(source.origins, start, origins, length, end - start);
    length += end - start;
  }

  /** Returns the index of the first of these marks from {@code start} on, or the length if none. */
  int firstOf(boolean[] marks, int start) {
    int i = start;
    while (i < length && (chars[i] >= 0x80 || !marks[chars[i]])) {
      i++;
    }
    return i;
  }

  /** Returns where the character begins in the original; the original's end if it is past ours. */
  public int originalStart(int index) {
    return index < length ? origins[index] : originalLength;
  }

  /** Returns where the character ends in the original, with what was dropped after it. */
  public int originalEnd(int index) {
    return index + 1 < length ? origins[index + 1] : originalLength;
  }

  /** Returns the length of the value as it came. */
  int originalLength() {
    return originalLength;
  }

  /** Returns the character at this index, or NUL behind the end. */
  public char at(int index) {
    return index < length ? chars[index] : 0;
  }
}

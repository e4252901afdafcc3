package dev.rampart.domain.inspection.text;

/**
 * The first characters of serialized objects that are written as text, lower case: in Base64, in
 * hexadecimal, or as bytes that were read as characters.
 */
public final class SerializationPrefix {

  /** A shorter word holds no object. */
  public static final int CHARS_MIN = 4;

  private static final String JAVA = "ro0ab";
  private static final String JAVA_HEX = "aced0005";

  /** The two magic bytes of Java, as characters. */
  private static final String JAVA_BYTES = "\u00ac\u00ed";

  private static final String DOTNET = "aaeaaad/////";
  private static final String RUBY = "bahvo";

  private static final String PICKLE = "gasv";

  /** The upper half of a pickle's length, which is zero, in Base64; it stands two or more on. */
  private static final String PICKLE_LENGTH = "aaaaaa";

  private static final int PICKLE_LENGTH_AT = 8;

  private SerializationPrefix() {}

  /** Returns whether one begins at this place of a text. */
  public static boolean begins(DecodedText in, int start) {
    return switch (in.at(start)) {
      case 'r' -> has(in, start, JAVA);
      case 'a' -> has(in, start, JAVA_HEX) || has(in, start, DOTNET);
      case 'b' -> has(in, start, RUBY) && isLengthOfName(in.at(start + RUBY.length()));
      case 'g' -> has(in, start, PICKLE) && has(in, start + PICKLE_LENGTH_AT, PICKLE_LENGTH);
      case 0xac -> has(in, start, JAVA_BYTES);
      default -> false;
    };
  }

  /** Ruby writes a colon and a length after the mark of an object: four letters of Base64. */
  private static boolean isLengthOfName(char c) {
    return c >= 'g' && c <= 'j';
  }

  private static boolean has(DecodedText in, int start, String prefix) {
    for (int i = 0; i < prefix.length(); i++) {
      if (in.at(start + i) != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}

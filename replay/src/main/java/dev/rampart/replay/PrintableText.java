package dev.rampart.replay;

/**
 * Text from recordings and names of files, as a terminal may show it: neither escape sequences nor
 * line ends, nor what changes the direction of writing, gets through.
 */
final class PrintableText {
  private PrintableText() {}

  /** Returns the text with a backslash, {@code u} and its number in place of each of these. */
  static String of(String text) {
    if (text.codePoints().allMatch(PrintableText::isPrintable)) {
      return text;
    }
    StringBuilder printable = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (isPrintable(c)) {
                printable.appendCodePoint(c);
              } else {
                printable.append("\\u%04x".formatted(c));
              }
            });
    return printable.toString();
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}

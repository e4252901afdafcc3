package dev.rampart.local.firewall.transformation;

/** What hides a command of a shell from a search. */
final class CommandLine {
  private CommandLine() {}

  /**
   * Deletes {@code \ " ' ^}, and spaces before {@code /} and {@code (}; makes {@code , ;} spaces,
   * several spaces one, and capital letters small.
   */
  static String normalize(String text) {
    StringBuilder line = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\', '"', '\'', '^' -> {}
        case ' ', ',', ';', '\t', '\n', '\r' -> space(line);
        case '/', '(' -> {
          dropSpace(line);
          line.append(c);
        }
        default -> line.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
      }
    }
    return line.toString();
  }

  private static void space(StringBuilder line) {
    if (line.isEmpty() || line.charAt(line.length() - 1) != ' ') {
      line.append(' ');
    }
  }

  private static void dropSpace(StringBuilder line) {
    if (!line.isEmpty() && line.charAt(line.length() - 1) == ' ') {
      line.setLength(line.length() - 1);
    }
  }
}

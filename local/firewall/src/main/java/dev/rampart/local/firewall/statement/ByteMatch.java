package dev.rampart.local.firewall.statement;

/**
 * Compares a component with bytes.
 *
 * @param search one character for each byte
 */
public record ByteMatch(Inspected inspected, Position position, String search)
    implements RuleStatement {

  /** Where the bytes have to stand; with the base cost of AWS's page "String match". */
  public enum Position {
    EXACTLY(2),
    STARTS_WITH(2),
    ENDS_WITH(2),
    CONTAINS(10),
    CONTAINS_WORD(10);

    private final int capacity;

    Position(int capacity) {
      this.capacity = capacity;
    }
  }

  @Override
  public boolean matches(RequestEvaluation evaluation) {
    return inspected.any(evaluation, this::isIn);
  }

  @Override
  public int capacity() {
    return inspected.capacity(position.capacity);
  }

  private boolean isIn(String text) {
    return switch (position) {
      case EXACTLY -> text.equals(search);
      case STARTS_WITH -> text.startsWith(search);
      case ENDS_WITH -> text.endsWith(search);
      case CONTAINS -> text.contains(search);
      case CONTAINS_WORD -> isWordIn(text);
    };
  }

  private boolean isWordIn(String text) {
    for (int at = text.indexOf(search); at >= 0; at = text.indexOf(search, at + 1)) {
      if (!isWordPart(text, at - 1) && !isWordPart(text, at + search.length())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWordPart(String text, int at) {
    return at >= 0 && at < text.length() && isWordCharacter(text.charAt(at));
  }

  static boolean isWordCharacter(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_';
  }
}

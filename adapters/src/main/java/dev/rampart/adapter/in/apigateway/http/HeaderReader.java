package dev.rampart.adapter.in.apigateway.http;

import java.util.Optional;

/**
 * Reads the value of a header field from left to right, by the rules that fields share (RFC 9110,
 * section 5.6). No character is looked at more than twice.
 */
final class HeaderReader {

  private static final String TOKEN_SYMBOLS = "!#$%&'*+-.^_`|~";

  private final String value;
  private int position;

  HeaderReader(String value) {
    this.value = value;
  }

  /** Returns whether all of the value is read. */
  boolean atEnd() {
    return position == value.length();
  }

  /** Reads spaces and tabs, as many as there are. */
  void skipBlanks() {
    while (!atEnd() && (value.charAt(position) == ' ' || value.charAt(position) == '\t')) {
      position++;
    }
  }

  /** Reads this text if it comes next; returns whether it did. */
  boolean take(String text) {
    boolean comes = value.startsWith(text, position);
    position += comes ? text.length() : 0;
    return comes;
  }

  /** Reads a token; empty if none comes next. */
  Optional<String> token() {
    int start = position;
    while (!atEnd() && isTokenCharacter(value.charAt(position))) {
      position++;
    }
    return start == position ? Optional.empty() : Optional.of(value.substring(start, position));
  }

  /**
   * Reads a quoted string and returns what it says, without quotes and escapes; empty if none comes
   * next.
   */
  Optional<String> quotedString() {
    if (!take("\"")) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder();
    while (!atEnd()) {
      char c = value.charAt(position++);
      if (c == '"') {
        return Optional.of(text.toString());
      }
      if (c == '\\' && !atEnd()) {
        c = value.charAt(position++);
      }
      if (c != '\t' && (c < ' ' || c > '~')) {
        return Optional.empty();
      }
      text.append(c);
    }
    return Optional.empty();
  }

  /** Reads an entity tag and returns it as it is written; empty if none comes next. */
  Optional<String> entityTag() {
    int start = position;
    var _ = take("W/");
    if (take("\"")) {
      while (!atEnd() && isTagCharacter(value.charAt(position))) {
        position++;
      }
      if (take("\"")) {
        return Optional.of(value.substring(start, position));
      }
    }
    position = start;
    return Optional.empty();
  }

  private static boolean isTagCharacter(char c) {
    return c >= '!' && c <= '~' && c != '"';
  }

  private static boolean isTokenCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || TOKEN_SYMBOLS.indexOf(c) >= 0;
  }
}

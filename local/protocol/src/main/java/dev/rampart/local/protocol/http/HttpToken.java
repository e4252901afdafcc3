package dev.rampart.local.protocol.http;

/** The tokens of RFC 9110 5.6.2: names of methods and of header fields. */
final class HttpToken {
  private static final String MARKS = "!#$%&'*+-.^_`|~";

  private HttpToken() {}

  /** Returns whether the text is a token. */
  static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(HttpToken::belongs);
  }

  private static boolean belongs(int c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || MARKS.indexOf(c) >= 0;
  }
}

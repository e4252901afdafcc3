package dev.rampart.domain.common;

/**
 * The form of the subject of an access token. Cognito's subjects are UUIDs, that of a machine
 * client is its client id.
 */
public final class TokenSubject {

  /** The longest subject, in characters. */
  public static final int LENGTH_MAX = 128;

  private TokenSubject() {}

  /**
   * Returns whether a text has the form of a subject: 1 to {@value #LENGTH_MAX} letters, digits,
   * {@code _} and {@code -}. No separator of a key is among them.
   */
  public static boolean isValid(String text) {
    return !text.isEmpty()
        && text.length() <= LENGTH_MAX
        && text.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c == '-' || c == '_');
  }
}

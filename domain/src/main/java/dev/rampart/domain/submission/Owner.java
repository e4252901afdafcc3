package dev.rampart.domain.submission;

/**
 * Who handed a submission in: the verified subject of an access token.
 *
 * @param sub 1 to {@value #LENGTH_MAX} letters, digits, {@code _} and {@code -}
 */
public record Owner(String sub) {
  /** Cognito's subjects are UUIDs, a machine client's is its client id. */
  public static final int LENGTH_MAX = 128;

  /**
   * Refuses what could not be a subject, so that no separator reaches a key.
   *
   * @throws IllegalArgumentException where {@link #isValid} says no
   */
  public Owner {
    if (!isValid(sub)) {
      throw new IllegalArgumentException("not a subject");
    }
  }

  /** Says whether a text has the form of a subject. */
  public static boolean isValid(String sub) {
    return !sub.isEmpty()
        && sub.length() <= LENGTH_MAX
        && sub.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c == '-' || c == '_');
  }

  /** Hides the subject: owners stay out of logs. */
  @Override
  public String toString() {
    return "Owner[***]";
  }
}

package dev.rampart.domain.common;

/**
 * Where the owner can be reached: the dot-atom form of RFC 5321, in ASCII.
 *
 * @param value as the owner wrote it
 */
public record EmailAddress(String value) {
  /** RFC 5321, section 4.5.3.1.3, less the angle brackets. */
  public static final int LENGTH_MAX = 254;

  private static final int LOCAL_PART_LENGTH_MAX = 64;
  private static final int LABEL_LENGTH_MAX = 63;
  private static final String ATEXT_SYMBOLS = "!#$%&'*+-/=?^_`{|}~";

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if {@link #isValid} does not hold
   */
  public EmailAddress {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an e-mail address");
    }
  }

  /** Returns whether a text has the form of an address; it need not exist. */
  public static boolean isValid(String value) {
    int at = value.lastIndexOf('@');
    return value.length() <= LENGTH_MAX
        && at > 0
        && at <= LOCAL_PART_LENGTH_MAX
        && isLocalPart(value.substring(0, at))
        && isDomain(value.substring(at + 1));
  }

  private static boolean isLocalPart(String local) {
    for (String atom : local.split("\\.", -1)) {
      if (atom.isEmpty()
          || !atom.chars()
              .allMatch(c -> Ascii.isLetterOrDigit(c) || ATEXT_SYMBOLS.indexOf(c) >= 0)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isDomain(String domain) {
    String[] labels = domain.split("\\.", -1);
    for (String label : labels) {
      if (label.isEmpty()
          || label.length() > LABEL_LENGTH_MAX
          || label.startsWith("-")
          || label.endsWith("-")
          || !label.chars().allMatch(c -> Ascii.isLetterOrDigit(c) || c == '-')) {
        return false;
      }
    }
    return labels.length > 1;
  }

  /** Hides the address: it stays out of logs. */
  @Override
  public String toString() {
    return "EmailAddress[***]";
  }
}

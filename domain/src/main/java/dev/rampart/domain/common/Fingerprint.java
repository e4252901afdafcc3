package dev.rampart.domain.common;

/**
 * Distinguishes requests that have the same idempotency key.
 *
 * @param value a SHA-256 hash in 64 lower-case hexadecimal digits
 */
public record Fingerprint(String value) {
  private static final int LENGTH = 64;

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if the text is not such a hash
   */
  public Fingerprint {
    if (value.length() != LENGTH || !value.chars().allMatch(Ascii::isLowerCaseHexDigit)) {
      throw new IllegalArgumentException("not a fingerprint");
    }
  }
}

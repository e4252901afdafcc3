package dev.rampart.domain.common;

/**
 * Tells one request from another that has the same key.
 *
 * @param value a SHA-256 hash in 64 lower-case hexadecimal digits
 */
public record Fingerprint(String value) {
  private static final int LENGTH = 64;

  /**
   * Refuses anything but a hash.
   *
   * @throws IllegalArgumentException for any other text
   */
  public Fingerprint {
    if (value.length() != LENGTH || !value.chars().allMatch(Ascii::isLowerCaseHexDigit)) {
      throw new IllegalArgumentException("not a fingerprint");
    }
  }
}

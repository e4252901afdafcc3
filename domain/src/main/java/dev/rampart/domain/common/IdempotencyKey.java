package dev.rampart.domain.common;

/**
 * The name that a client gives to a request, the same for each retry.
 *
 * @param value 1 to {@value #LENGTH_MAX} printable ASCII characters
 */
public record IdempotencyKey(String value) {
  public static final int LENGTH_MAX = 255;

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if {@link #isValid} does not hold
   */
  public IdempotencyKey {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an idempotency key");
    }
  }

  /** Returns whether a text can be a key. */
  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.length() <= LENGTH_MAX
        && value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}

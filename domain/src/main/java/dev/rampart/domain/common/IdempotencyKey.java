package dev.rampart.domain.common;

/**
 * A client's name for one request, the same when it tries again.
 *
 * @param value 1 to {@value #LENGTH_MAX} printable ASCII characters
 */
public record IdempotencyKey(String value) {
  public static final int LENGTH_MAX = 255;

  /**
   * Refuses what {@link #isValid} refuses.
   *
   * @throws IllegalArgumentException for any other text
   */
  public IdempotencyKey {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an idempotency key");
    }
  }

  /** Says whether a text can be a key. */
  public static boolean isValid(String value) {
    return !value.isEmpty()
        && value.length() <= LENGTH_MAX
        && value.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}

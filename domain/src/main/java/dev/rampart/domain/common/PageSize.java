package dev.rampart.domain.common;

/**
 * How many submissions a page holds at most.
 *
 * @param value 1 to {@value #MAX}
 */
public record PageSize(int value) {
  public static final int MAX = 100;

  /** What a caller gets who does not say. */
  public static final PageSize DEFAULT = new PageSize(20);

  /**
   * Refuses sizes beyond the bounds.
   *
   * @throws IllegalArgumentException for them
   */
  public PageSize {
    if (value < 1 || value > MAX) {
      throw new IllegalArgumentException("a page has 1 to " + MAX + " submissions");
    }
  }
}

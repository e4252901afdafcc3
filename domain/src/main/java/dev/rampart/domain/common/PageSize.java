package dev.rampart.domain.common;

/**
 * How many entries a page of a list holds at most.
 *
 * @param value 1 to {@value #MAX}
 */
public record PageSize(int value) {
  public static final int MAX = 100;

  /** The size if the caller names none. */
  public static final PageSize DEFAULT = new PageSize(20);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if the size is not within them
   */
  public PageSize {
    if (value < 1 || value > MAX) {
      throw new IllegalArgumentException("a page has 1 to " + MAX + " entries");
    }
  }
}

package dev.rampart.domain.submission;

/**
 * The version of a submission: each change adds one.
 *
 * @param value from 1
 */
public record Version(long value) {
  /** The version of a new submission. */
  public static final Version FIRST = new Version(1);

  /**
   * Checks the bounds.
   *
   * @throws IllegalArgumentException if the number is below 1
   */
  public Version {
    if (value < 1) {
      throw new IllegalArgumentException("versions start at 1");
    }
  }

  /** Returns the version after this one. */
  public Version next() {
    return new Version(Math.addExact(value, 1));
  }
}

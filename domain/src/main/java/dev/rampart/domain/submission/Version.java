package dev.rampart.domain.submission;

/**
 * Counts the changes of a submission; a write names the version it has seen.
 *
 * @param value from 1
 */
public record Version(long value) {
  /** The version of a new submission. */
  public static final Version FIRST = new Version(1);

  /**
   * Refuses numbers below 1.
   *
   * @throws IllegalArgumentException for them
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

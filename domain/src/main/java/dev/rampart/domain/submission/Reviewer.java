package dev.rampart.domain.submission;

/**
 * Who decides on submissions: the verified subject of a token with the reviewer's scope.
 *
 * @param sub as {@link Owner#sub}
 */
public record Reviewer(String sub) {
  /**
   * Refuses what could not be a subject.
   *
   * @throws IllegalArgumentException where {@link Owner#isValid} says no
   */
  public Reviewer {
    if (!Owner.isValid(sub)) {
      throw new IllegalArgumentException("not a subject");
    }
  }

  /** Hides the subject: reviewers stay out of logs. */
  @Override
  public String toString() {
    return "Reviewer[***]";
  }
}

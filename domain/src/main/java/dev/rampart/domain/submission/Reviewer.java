package dev.rampart.domain.submission;

import dev.rampart.domain.common.TokenSubject;

/**
 * Who decides on submissions.
 *
 * @param sub the verified subject of an access token with the reviewer's scope
 */
public record Reviewer(String sub) {
  /**
   * Refuses what cannot be a subject.
   *
   * @throws IllegalArgumentException if it has not the form of a subject
   */
  public Reviewer {
    if (!TokenSubject.isValid(sub)) {
      throw new IllegalArgumentException("not a subject");
    }
  }

  /** Hides the subject: reviewers stay out of logs. */
  @Override
  public String toString() {
    return "Reviewer[***]";
  }
}

package dev.rampart.domain.submission;

import dev.rampart.domain.common.TokenSubject;

/**
 * The owner of a submission: who created it.
 *
 * @param sub the verified subject of an access token, as {@link TokenSubject} describes it
 */
public record Owner(String sub) {
  /**
   * Refuses what cannot be a subject, so that no separator gets into a key.
   *
   * @throws IllegalArgumentException if it has not the form of a subject
   */
  public Owner {
    if (!TokenSubject.isValid(sub)) {
      throw new IllegalArgumentException("not a subject");
    }
  }

  /** Hides the subject: owners stay out of logs. */
  @Override
  public String toString() {
    return "Owner[***]";
  }
}

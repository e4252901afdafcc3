package dev.rampart.domain.submission;

import dev.rampart.domain.common.UuidV8;
import java.util.Optional;

/**
 * The id of a submission.
 *
 * @param value a UUID of version 8 (RFC 9562, section 5.8) in lower case
 */
public record SubmissionId(String value) {
  /**
   * Refuses any other text.
   *
   * @throws IllegalArgumentException if the text is not such a UUID
   */
  public SubmissionId {
    if (!UuidV8.isValid(value)) {
      throw new IllegalArgumentException("not a submission id");
    }
  }

  /** Returns the id that a caller sent; empty if the text cannot be one, and is thus unknown. */
  public static Optional<SubmissionId> parse(String value) {
    return UuidV8.isValid(value) ? Optional.of(new SubmissionId(value)) : Optional.empty();
  }

  @Override
  public String toString() {
    return value;
  }
}

package dev.rampart.domain.submission;

import java.util.Optional;

/**
 * Names one submission.
 *
 * @param value a UUID of version 8 (RFC 9562, section 5.8) in lower case
 */
public record SubmissionId(String value) {
  private static final int LENGTH = 36;

  /**
   * Refuses what is not such a UUID.
   *
   * @throws IllegalArgumentException for any other text
   */
  public SubmissionId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a submission id");
    }
  }

  /** Reads an id that a caller sent; empty where it is none, so that it can only be unknown. */
  public static Optional<SubmissionId> parse(String value) {
    return isValid(value) ? Optional.of(new SubmissionId(value)) : Optional.empty();
  }

  private static boolean isValid(String value) {
    if (value.length() != LENGTH
        || value.charAt(14) != '8'
        || "89ab".indexOf(value.charAt(19)) < 0) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      boolean hyphen = i == 8 || i == 13 || i == 18 || i == 23;
      char c = value.charAt(i);
      if (hyphen ? c != '-' : !(Ascii.isDigit(c) || (c >= 'a' && c <= 'f'))) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return value;
  }
}

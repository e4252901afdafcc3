package dev.rampart.domain.submission;

import dev.rampart.domain.common.TextRule;
import java.time.Instant;

/**
 * A reviewer's word.
 *
 * @param reason any lines, 1 to {@value #REASON_CODE_POINTS_MAX} code points
 */
public record Review(Reviewer reviewer, String reason, Instant at) {
  public static final int REASON_CODE_POINTS_MAX = 1_000;

  /**
   * Refuses a reason beyond its limits.
   *
   * @throws IllegalArgumentException for it
   */
  public Review {
    if (TextRule.MULTI_LINE.violation(reason, 1, REASON_CODE_POINTS_MAX).isPresent()) {
      throw new IllegalArgumentException("reason is beyond its limits");
    }
  }

  /** Hides the text: it stays out of logs. */
  @Override
  public String toString() {
    return "Review[***]";
  }
}

package dev.rampart.domain.submission;

import dev.rampart.domain.common.TextRule;
import java.time.Instant;

/**
 * The decision of a reviewer.
 *
 * @param reason any lines, 1 to {@value #REASON_CODE_POINTS_MAX} code points
 */
public record Review(Reviewer reviewer, String reason, Instant at) {
  public static final int REASON_CODE_POINTS_MAX = 1_000;

  /**
   * Checks the reason.
   *
   * @throws IllegalArgumentException if it exceeds its limits
   */
  public Review {
    if (TextRule.MULTI_LINE.violation(reason, 1, REASON_CODE_POINTS_MAX).isPresent()) {
      throw new IllegalArgumentException("reason exceeds its limits");
    }
  }

  /** Hides the text: it stays out of logs. */
  @Override
  public String toString() {
    return "Review[***]";
  }
}

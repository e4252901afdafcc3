package dev.rampart.domain.detection.finding;

import dev.rampart.domain.common.BoundedText;
import dev.rampart.domain.common.TextRule;
import java.time.Instant;
import java.util.Optional;

/** Why a finding is closed. */
public sealed interface Resolution {
  /** Returns when it was closed. */
  Instant at();

  /** Nothing was seen for {@link Incident#CLOSED_AFTER}. */
  record Silence(Instant at) implements Resolution {}

  /**
   * A person judged it.
   *
   * @param judge the {@code sub} of the person
   * @param note any lines, 1 to {@value #NOTE_CODE_POINTS_MAX} code points
   */
  record Judgement(FindingVerdict verdict, String judge, Optional<String> note, Instant at)
      implements Resolution {
    public static final int NOTE_CODE_POINTS_MAX = 1_000;
    private static final int JUDGE_LENGTH_MAX = 128;

    /**
     * Checks judge and note.
     *
     * @throws IllegalArgumentException if one exceeds its limits
     */
    public Judgement {
      BoundedText.require("judge", judge, JUDGE_LENGTH_MAX);
      if (note.flatMap(text -> TextRule.MULTI_LINE.violation(text, 1, NOTE_CODE_POINTS_MAX))
          .isPresent()) {
        throw new IllegalArgumentException("note exceeds its limits");
      }
    }

    /** Hides the note: it stays out of logs. */
    @Override
    public String toString() {
      return "Judgement[" + verdict + "]";
    }
  }
}

package dev.rampart.domain.port.in;

import dev.rampart.domain.submission.Decision;
import dev.rampart.domain.submission.Reviewer;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;
import java.util.Optional;

/** A reviewer accepts or rejects a submission, whoever owns it. */
public interface ReviewSubmission {
  Result review(Command command);

  /**
   * Who decides what, and why.
   *
   * @param reason within the limits of {@link dev.rampart.domain.submission.Review}
   * @param seen the version that the reviewer read last; empty where any will do
   */
  record Command(
      Reviewer caller, SubmissionId id, Decision decision, String reason, Optional<Version> seen) {}

  sealed interface Result {
    record Reviewed(Submission submission) implements Result {}

    record NotFound() implements Result {}

    /** It changed since it was seen. */
    record Stale() implements Result {}

    /** It is reviewed or withdrawn already. */
    record Closed() implements Result {}
  }
}

package dev.rampart.domain.port.in;

import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionId;
import dev.rampart.domain.submission.Version;

/** An owner takes a submission back; safe to repeat. */
public interface WithdrawSubmission {
  Result withdraw(Command command);

  /** Who takes back what; {@code seen} is the version that the caller read last. */
  record Command(Owner caller, SubmissionId id, Version seen) {}

  sealed interface Result {
    /** Taken back, now or before. */
    record Withdrawn(Submission submission) implements Result {}

    /** No such submission, or another owner's: a caller cannot tell which. */
    record NotFound() implements Result {}

    /** It changed since it was seen. */
    record Stale() implements Result {}

    /** It is reviewed. */
    record Closed() implements Result {}
  }
}

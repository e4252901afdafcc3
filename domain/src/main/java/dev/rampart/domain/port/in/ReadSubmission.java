package dev.rampart.domain.port.in;

import dev.rampart.domain.submission.Owner;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionId;

/** An owner reads a submission. */
public interface ReadSubmission {
  Result read(Command command);

  record Command(Owner caller, SubmissionId id) {}

  sealed interface Result {
    record Found(Submission submission) implements Result {}

    /** No such submission, or another owner's: a caller cannot tell which. */
    record NotFound() implements Result {}
  }
}

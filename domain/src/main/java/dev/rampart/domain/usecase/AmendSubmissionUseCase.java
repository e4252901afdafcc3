package dev.rampart.domain.usecase;

import dev.rampart.domain.port.in.AmendSubmission;
import dev.rampart.domain.port.out.SubmissionStore;
import dev.rampart.domain.port.out.SubmissionStore.Write;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionEvent;
import java.time.InstantSource;

/** {@link AmendSubmission} over a store. */
public record AmendSubmissionUseCase(SubmissionStore submissions, InstantSource clock)
    implements AmendSubmission {

  @Override
  public Result amend(Command command) {
    return submissions
        .find(command.caller(), command.id())
        .map(found -> amend(found, command))
        .orElseGet(Result.NotFound::new);
  }

  private Result amend(Submission found, Command command) {
    if (!found.filing().version().equals(command.seen())) {
      return new Result.Stale();
    }
    return switch (found) {
      case Submission.Received received ->
          save(received.amend(command.content(), Moments.now(clock)), command);
      case Submission.Reviewed _, Submission.Withdrawn _ -> new Result.Closed();
    };
  }

  private Result save(Submission amended, Command command) {
    var event = new SubmissionEvent.Amended(SubmissionEvent.Subject.of(amended));
    return switch (submissions.save(amended, command.seen(), event)) {
      case Write.Stored() -> new Result.Amended(amended);
      case Write.Stale() -> new Result.Stale();
    };
  }
}

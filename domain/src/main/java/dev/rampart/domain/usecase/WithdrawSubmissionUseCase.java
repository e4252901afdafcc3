package dev.rampart.domain.usecase;

import dev.rampart.domain.port.in.WithdrawSubmission;
import dev.rampart.domain.port.out.SubmissionStore;
import dev.rampart.domain.port.out.SubmissionStore.Write;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionEvent;
import java.time.InstantSource;

/** {@link WithdrawSubmission} over a store. */
public record WithdrawSubmissionUseCase(SubmissionStore submissions, InstantSource clock)
    implements WithdrawSubmission {

  @Override
  public Result withdraw(Command command) {
    return submissions
        .find(command.caller(), command.id())
        .map(found -> withdraw(found, command))
        .orElseGet(Result.NotFound::new);
  }

  private Result withdraw(Submission found, Command command) {
    if (!found.filing().version().equals(command.seen())) {
      return new Result.Stale();
    }
    return switch (found) {
      case Submission.Received received -> save(received.withdraw(Moments.now(clock)), command);
      case Submission.Withdrawn withdrawn -> new Result.Withdrawn(withdrawn);
      case Submission.Reviewed _ -> new Result.Closed();
    };
  }

  private Result save(Submission.Withdrawn withdrawn, Command command) {
    var event = new SubmissionEvent.Withdrawn(SubmissionEvent.Subject.of(withdrawn));
    return switch (submissions.save(withdrawn, command.seen(), event)) {
      case Write.Stored() -> new Result.Withdrawn(withdrawn);
      case Write.Stale() -> new Result.Stale();
    };
  }
}

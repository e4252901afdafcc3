package dev.rampart.domain.usecase;

import dev.rampart.domain.port.in.WithdrawSubmission;
import dev.rampart.domain.port.out.SubmissionStore;
import dev.rampart.domain.port.out.SubmissionStore.Write;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionEvent;
import java.time.InstantSource;

/**
 * {@link WithdrawSubmission} over a store: one read, and one write on condition of what was read.
 */
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
    if (!command.versions().allow(found.record().version().value())) {
      return new Result.PreconditionFailed();
    }
    return switch (found) {
      case Submission.Received received -> save(received);
      case Submission.Withdrawn withdrawn -> new Result.Withdrawn(withdrawn);
      case Submission.Reviewed _ -> new Result.Closed();
    };
  }

  private Result save(Submission.Received received) {
    Submission.Withdrawn withdrawn = received.withdraw(MillisClock.now(clock));
    SubmissionEvent event = new SubmissionEvent.Withdrawn(SubmissionEvent.Snapshot.of(withdrawn));
    return switch (submissions.save(withdrawn, received.record().version(), event)) {
      case Write.Stored() -> new Result.Withdrawn(withdrawn);
      case Write.Conflict() -> new Result.Conflict();
    };
  }
}

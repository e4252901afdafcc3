package dev.rampart.domain.usecase;

import dev.rampart.domain.port.in.AmendSubmission;
import dev.rampart.domain.port.out.SubmissionStore;
import dev.rampart.domain.port.out.SubmissionStore.Write;
import dev.rampart.domain.submission.Content;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionEvent;
import java.time.InstantSource;
import java.util.Optional;

/** {@link AmendSubmission} over a store: one read, and one write on condition of what was read. */
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
    if (!command.versions().allow(found.record().version().value())) {
      return new Result.PreconditionFailed();
    }
    Optional<Content> content = command.patch().applyTo(found.record().content());
    if (content.isEmpty()) {
      return new Result.TooManyDetails();
    }
    return switch (found) {
      case Submission.Received received -> save(received, content.get());
      case Submission.Reviewed _, Submission.Withdrawn _ -> new Result.Closed();
    };
  }

  private Result save(Submission.Received received, Content content) {
    Submission.Received amended = received.amend(content, MillisClock.now(clock));
    SubmissionEvent event = new SubmissionEvent.Amended(SubmissionEvent.Snapshot.of(amended));
    return switch (submissions.save(amended, received.record().version(), event)) {
      case Write.Stored() -> new Result.Amended(amended);
      case Write.Conflict() -> new Result.Conflict();
    };
  }
}

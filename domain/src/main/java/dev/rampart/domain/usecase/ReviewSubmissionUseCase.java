package dev.rampart.domain.usecase;

import dev.rampart.domain.port.in.ReviewSubmission;
import dev.rampart.domain.port.out.ReviewQueue;
import dev.rampart.domain.port.out.SubmissionStore;
import dev.rampart.domain.port.out.SubmissionStore.Write;
import dev.rampart.domain.submission.Review;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionEvent;
import java.time.InstantSource;

/** {@link ReviewSubmission}: found through the queue, read and written through the store. */
public record ReviewSubmissionUseCase(
    ReviewQueue queue, SubmissionStore submissions, InstantSource clock)
    implements ReviewSubmission {

  @Override
  public Result review(Command command) {
    // The queue may lag behind; a decision needs the latest state.
    return queue
        .ownerOf(command.id())
        .flatMap(owner -> submissions.find(owner, command.id()))
        .map(found -> review(found, command))
        .orElseGet(Result.NotFound::new);
  }

  private Result review(Submission found, Command command) {
    if (!command.versions().allow(found.record().version().value())) {
      return new Result.PreconditionFailed();
    }
    return switch (found) {
      case Submission.Received received -> save(received, command);
      case Submission.Reviewed _, Submission.Withdrawn _ -> new Result.Closed();
    };
  }

  private Result save(Submission.Received received, Command command) {
    Review review = new Review(command.caller(), command.reason(), MillisClock.now(clock));
    Submission.Reviewed reviewed = received.review(command.decision(), review);
    SubmissionEvent event =
        new SubmissionEvent.Reviewed(
            SubmissionEvent.Snapshot.of(reviewed), command.decision(), command.caller());
    return switch (submissions.save(reviewed, received.record().version(), event)) {
      case Write.Stored() -> new Result.Reviewed(reviewed);
      case Write.Conflict() -> new Result.Conflict();
    };
  }
}

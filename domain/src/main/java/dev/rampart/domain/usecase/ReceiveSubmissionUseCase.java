package dev.rampart.domain.usecase;

import dev.rampart.domain.port.in.ReceiveSubmission;
import dev.rampart.domain.port.out.SubmissionStore;
import dev.rampart.domain.port.out.SubmissionStore.Creation;
import dev.rampart.domain.submission.Submission;
import dev.rampart.domain.submission.SubmissionEvent;
import dev.rampart.domain.submission.SubmissionIds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * {@link ReceiveSubmission} over a store.
 *
 * @param retention how long a submission, and with it its key, is kept
 */
public record ReceiveSubmissionUseCase(
    SubmissionStore submissions, SubmissionIds ids, Duration retention, InstantSource clock)
    implements ReceiveSubmission {

  @Override
  public Result receive(Command command) {
    Instant now = MillisClock.now(clock);
    Submission.Received submission =
        Submission.Received.open(
            ids.of(command.caller(), command.key()),
            command.caller(),
            command.content(),
            now,
            now.plus(retention).truncatedTo(ChronoUnit.SECONDS));
    SubmissionEvent.Received event =
        new SubmissionEvent.Received(SubmissionEvent.Snapshot.of(submission));
    return switch (submissions.create(submission, command.fingerprint(), event)) {
      case Creation.Created() -> new Result.Received(submission);
      case Creation.Repeated(Submission.Received first) -> new Result.Repeated(first);
      case Creation.KeyTaken() -> new Result.KeyTaken();
    };
  }
}

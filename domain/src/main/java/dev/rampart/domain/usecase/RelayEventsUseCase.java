package dev.rampart.domain.usecase;

import dev.rampart.domain.port.in.RelayEvents;
import dev.rampart.domain.port.out.SubmissionPublisher;
import dev.rampart.domain.submission.SubmissionEvent;
import java.util.List;

/** {@link RelayEvents} over a publisher. */
public record RelayEventsUseCase(SubmissionPublisher publisher) implements RelayEvents {
  @Override
  public Result relay(List<SubmissionEvent> committed) {
    List<SubmissionEvent> failed = publisher.publish(committed);
    return failed.isEmpty() ? new Result.Relayed() : new Result.StoppedAt(failed.getFirst());
  }
}

package dev.rampart.domain.usecase;

import dev.rampart.domain.port.in.RelayEvents;
import dev.rampart.domain.port.out.SubmissionAnnouncer;
import dev.rampart.domain.submission.SubmissionEvent;
import java.util.List;

/** {@link RelayEvents} over an announcer. */
public record RelayEventsUseCase(SubmissionAnnouncer announcer) implements RelayEvents {
  @Override
  public Result relay(List<SubmissionEvent> committed) {
    var failed = announcer.announce(committed);
    return failed.isEmpty() ? new Result.Relayed() : new Result.StoppedAt(failed.getFirst());
  }
}

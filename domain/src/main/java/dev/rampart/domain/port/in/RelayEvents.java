package dev.rampart.domain.port.in;

import dev.rampart.domain.submission.SubmissionEvent;
import java.util.List;

/** Passes on what was committed. Safe to repeat. */
public interface RelayEvents {
  /** Takes events in the order in which they were committed. */
  Result relay(List<SubmissionEvent> committed);

  sealed interface Result {
    record Relayed() implements Result {}

    /** From this event on all have to come again, though later ones may have got through. */
    record StoppedAt(SubmissionEvent oldest) implements Result {}
  }
}

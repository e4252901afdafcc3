package dev.rampart.domain.port.in;

import dev.rampart.domain.submission.SubmissionEvent;
import java.util.List;

/** Publishes committed events. Safe to repeat. */
public interface RelayEvents {
  /** Takes events in the order in which they were committed. */
  Result relay(List<SubmissionEvent> committed);

  sealed interface Result {
    record Relayed() implements Result {}

    /**
     * All events from this one on have to be delivered again, though later ones may be published.
     */
    record StoppedAt(SubmissionEvent oldest) implements Result {}
  }
}

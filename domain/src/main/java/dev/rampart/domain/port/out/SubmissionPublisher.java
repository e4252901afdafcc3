package dev.rampart.domain.port.out;

import dev.rampart.domain.submission.SubmissionEvent;
import java.util.List;

/** Publishes what happened to submissions. */
public interface SubmissionPublisher {
  /**
   * Publishes events in the order given, each at least once.
   *
   * @return those that could not be published, in the order given; empty if all were
   */
  List<SubmissionEvent> publish(List<SubmissionEvent> events);
}

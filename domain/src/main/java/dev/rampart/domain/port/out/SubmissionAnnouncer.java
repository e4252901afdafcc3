package dev.rampart.domain.port.out;

import dev.rampart.domain.submission.SubmissionEvent;
import java.util.List;

/** Tells subscribers what happened to submissions. */
public interface SubmissionAnnouncer {
  /**
   * Announces events in the order given, each at least once.
   *
   * @return those that could not be announced, in the order given; empty where all were
   */
  List<SubmissionEvent> announce(List<SubmissionEvent> events);
}

package dev.rampart.domain.port.in;

import dev.rampart.domain.detection.finding.Threat;
import java.util.List;

/**
 * Looks after the findings that are due: publishes what could not be published when it was found,
 * and closes what has gone silent. Called every minute; safe to repeat.
 */
public interface FollowUpFindings {
  /**
   * Looks after those that are due now, the longest first, or after some of them.
   *
   * @throws dev.rampart.domain.port.out.PortUnavailable if it cannot be told what is due
   */
  Result followUp();

  /**
   * What came of it.
   *
   * @param published the threats that were published
   * @param failed how many stay due, since a dependency did not answer
   */
  record Result(List<Threat> published, int failed) {
    public Result {
      published = List.copyOf(published);
    }
  }
}

package dev.rampart.domain.port.in;

import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.response.Response;

/** Somebody of the security team reads one finding. */
public interface ReadFinding {
  /**
   * Reads it.
   *
   * @throws dev.rampart.domain.port.out.PortUnavailable if a store does not answer
   */
  Result read(FindingId id);

  sealed interface Result {
    /**
     * The finding.
     *
     * @param response what is done about its source at the moment
     */
    record Found(FindingRecord finding, Response response) implements Result {}

    record NotFound() implements Result {}
  }
}

package dev.rampart.domain.port.in;

import dev.rampart.domain.detection.trail.RequestTrace;
import dev.rampart.domain.detection.trail.TimeSpan;
import java.time.Instant;

/** Somebody of the security team asks which gate refused a request, and why. */
public interface TraceRequest {
  /**
   * Looks for the request.
   *
   * @throws dev.rampart.domain.port.out.PortUnavailable if the logs do not answer
   */
  Result trace(Command command);

  /** Which request, and from when. */
  record Command(String requestId, TimeSpan span) {}

  sealed interface Result {
    record Traced(RequestTrace trace) implements Result {}

    /**
     * No log tells of it.
     *
     * @param completeSince before this time there was no time to look
     */
    record Unknown(Instant completeSince) implements Result {}
  }
}

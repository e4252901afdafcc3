package dev.rampart.domain.port.in;

import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.FindingVerdict;
import java.util.Optional;

/**
 * Somebody of the security team says what a finding was. It is closed then, and what is worth
 * telling of it afterwards is only that it gets worse; a later verdict replaces an earlier one.
 */
public interface ResolveFinding {
  /**
   * Resolves the finding.
   *
   * @throws dev.rampart.domain.port.out.PortUnavailable if the store does not answer
   */
  Result resolve(Command command);

  /**
   * Who thinks what of it.
   *
   * @param version the one that the person has read
   * @param judge the {@code sub} of the person
   * @param note any lines, 1 to 1,000 code points
   */
  record Command(
      FindingId id, long version, FindingVerdict verdict, String judge, Optional<String> note) {}

  sealed interface Result {
    record Resolved(FindingRecord finding) implements Result {}

    record NotFound() implements Result {}

    /** It has changed since the person read it. */
    record Stale() implements Result {}
  }
}

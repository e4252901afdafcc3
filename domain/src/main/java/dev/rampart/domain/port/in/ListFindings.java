package dev.rampart.domain.port.in;

import dev.rampart.domain.common.PageSize;
import dev.rampart.domain.detection.finding.FindingFilter;
import dev.rampart.domain.detection.finding.FindingPage;
import dev.rampart.domain.detection.finding.FindingPosition;
import java.util.Optional;

/** Somebody of the security team looks through the findings, newest first. */
public interface ListFindings {
  /**
   * Returns a page.
   *
   * @throws dev.rampart.domain.port.out.PortUnavailable if the store does not answer
   */
  FindingPage list(Command command);

  /** Which findings, and which part of them. */
  record Command(FindingFilter filter, Optional<FindingPosition> after, PageSize size) {}
}

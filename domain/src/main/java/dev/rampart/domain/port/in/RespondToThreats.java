package dev.rampart.domain.port.in;

import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.FindingId;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.response.ResponseDecision;
import java.util.List;
import java.util.Set;

/**
 * Decides what becomes of threats, and keeps the blocks that follow; {@link ReconcileBlocks} brings
 * them to the firewall. Safe to repeat, in any order.
 */
public interface RespondToThreats {
  /** Takes a batch. */
  Result respond(List<ThreatReport> batch);

  /**
   * A change of a finding, as it was published.
   *
   * @param refuted whether a person resolved it as a false positive
   */
  record ThreatReport(Threat.Change change, Finding finding, boolean refuted) {}

  /**
   * What came of a batch.
   *
   * @param decisions what was decided, about threats of addresses
   * @param failed findings whose threats have to be delivered again
   */
  record Result(List<ResponseDecision> decisions, Set<FindingId> failed) {
    public Result {
      decisions = List.copyOf(decisions);
      failed = Set.copyOf(failed);
    }
  }
}

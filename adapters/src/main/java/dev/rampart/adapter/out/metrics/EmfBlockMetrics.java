package dev.rampart.adapter.out.metrics;

import dev.rampart.domain.detection.response.ProposalReason;
import dev.rampart.domain.detection.response.Response;
import dev.rampart.domain.detection.response.ResponseDecision;
import dev.rampart.domain.port.out.BlockMetrics;

/**
 * Five metrics of the block list. {@code BlocksProposed} has the reason as a dimension too, of
 * which there are a handful; no address ever is one.
 */
public final class EmfBlockMetrics implements BlockMetrics {
  private static final String PROPOSED = "BlocksProposed";

  private final EmfCounter counter;

  /** Writes under a namespace, with the service as a dimension of every metric. */
  public EmfBlockMetrics(String namespace, String service) {
    this.counter = EmfCounter.of(namespace, service);
  }

  @Override
  public void decided(ResponseDecision decision) {
    if (decision.response() instanceof Response.Proposed(ProposalReason reason)) {
      counter.count(PROPOSED, 1, counter.whole().addDimension("reason", reason.wireName()));
    }
  }

  @Override
  public void reconciled(int inForce, int deferred, int foreign, int omitted) {
    counter.count("BlocksInForce", inForce, counter.whole());
    counter.count("BlockUpdatesDeferred", deferred, counter.whole());
    counter.count("BlocksForeign", foreign, counter.whole());
    counter.count("BlocksOmitted", omitted, counter.whole());
  }
}

package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.response.ResponseDecision;
import dev.rampart.domain.port.out.BlockMetrics;

/** Metrics that nobody reads. */
final class NoBlockMetrics implements BlockMetrics {
  @Override
  public void decided(ResponseDecision decision) {}

  @Override
  public void reconciled(int inForce, int deferred, int foreign, int omitted) {}
}

package dev.rampart.domain.usecase;

import dev.rampart.domain.common.SourceRange;
import dev.rampart.domain.port.out.BlockOrderPublisher;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Instant;

/** Announces what people changed; it is kept by then. */
final class BlockOrders {
  private BlockOrders() {}

  static void announce(
      BlockOrderPublisher publisher, SourceRange source, String principal, Instant at) {
    try {
      publisher.ordered(source, principal, at);
    } catch (PortUnavailable _) {
      // The schedule applies it within a minute.
    }
  }
}

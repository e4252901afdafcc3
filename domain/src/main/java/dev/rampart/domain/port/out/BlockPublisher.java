package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.block.BlockEvent;
import java.util.List;

/** Publishes what became of blocks. */
public interface BlockPublisher {
  /**
   * Publishes every event at least once.
   *
   * @throws PortUnavailable if any of them could not be published; all may be given again
   */
  void publish(List<BlockEvent> events);
}

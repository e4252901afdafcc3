package dev.rampart.domain.port.out;

import dev.rampart.domain.monitoring.DeadLetterQueue;
import java.util.List;

/**
 * The queues of messages that nobody could handle. To look at letters neither takes nor hides them,
 * but may change their order, and what the queue itself tells of their age.
 */
public interface DeadLetterQueues {
  /** Reads all that answer. */
  Reading read();

  /**
   * What lies in the queues.
   *
   * @param complete whether every queue could be read
   */
  record Reading(List<DeadLetterQueue> queues, boolean complete) {
    public Reading {
      queues = List.copyOf(queues);
    }
  }
}

package dev.rampart.domain.monitoring;

import java.time.Duration;
import java.util.Optional;

/**
 * How full a queue is.
 *
 * @param waiting how many messages can be received; empty if nothing is known of a queue, such as
 *     one without messages for hours
 * @param oldest how long ago the oldest message was sent; empty if there is none or it is not known
 */
public record QueueLevel(
    String name, QueueKind kind, Optional<Long> waiting, Optional<Duration> oldest) {

  /** Returns the same queue with what somebody else knows better. */
  public QueueLevel holding(long messages, Optional<Duration> age) {
    return new QueueLevel(name, kind, Optional.of(messages), age);
  }
}

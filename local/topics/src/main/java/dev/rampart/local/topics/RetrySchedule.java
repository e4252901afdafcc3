package dev.rampart.local.topics;

import java.time.Duration;
import java.util.Optional;

/** How long SNS waits before it tries again (page "Amazon SNS message delivery retries"). */
enum RetrySchedule {
  /** For services of AWS: 100,015 attempts; the local ones answer or are gone. */
  QUEUE {
    @Override
    Optional<Duration> before(int retry) {
      if (retry <= 3) {
        return Optional.of(Duration.ZERO);
      }
      if (retry <= 5) {
        return Optional.of(Duration.ofSeconds(1));
      }
      if (retry <= 15) {
        return Optional.of(Duration.ofSeconds(Math.min(1L << (retry - 6), 20)));
      }
      return retry <= 100_015 ? Optional.of(Duration.ofSeconds(20)) : Optional.empty();
    }
  },

  /** For URLs: the default policy, three retries 20 seconds apart. */
  URL {
    @Override
    Optional<Duration> before(int retry) {
      return retry <= 3 ? Optional.of(Duration.ofSeconds(20)) : Optional.empty();
    }
  };

  /**
   * Returns how long to wait before a retry; empty if there is none any more.
   *
   * @param retry from 1
   */
  abstract Optional<Duration> before(int retry);
}

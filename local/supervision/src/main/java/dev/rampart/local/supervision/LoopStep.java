package dev.rampart.local.supervision;

import java.time.Duration;
import java.util.Optional;

/** What a {@link Loop} does again and again. */
@FunctionalInterface
public interface LoopStep {
  /**
   * Runs once.
   *
   * @return how long to wait before the next run; empty if there is nothing more to do
   * @throws Exception for whatever reason; the step is run again after a while
   */
  Optional<Duration> run() throws Exception;
}

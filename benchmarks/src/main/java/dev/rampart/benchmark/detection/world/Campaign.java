package dev.rampart.benchmark.detection.world;

import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One attack.
 *
 * @param family the name of its family
 * @param subjects under each of which it may be found
 * @param signals in order of time, each once, never empty
 */
public record Campaign(String family, Set<Subject> subjects, List<Signal> signals) {
  public Campaign {
    subjects = Set.copyOf(subjects);
    signals = List.copyOf(signals);
  }

  /** Returns the time of the first signal. */
  public Instant from() {
    return signals.getFirst().observedAt();
  }

  /** Returns the time of the last signal. */
  public Instant to() {
    return signals.getLast().observedAt();
  }
}

package dev.rampart.domain.port.in;

import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import java.util.List;
import java.util.Set;

/** Counts signals, and publishes the threats that they amount to. Safe to repeat. */
public interface DetectThreats {
  /** Takes a batch in any order; signals may be repeated within a batch and between batches. */
  Result detect(List<Signal> batch);

  /**
   * What came of a batch.
   *
   * @param published the threats that were published
   * @param failed signals that have to be delivered again, since a dependency did not answer
   */
  record Result(List<Threat> published, Set<SignalId> failed) {
    public Result {
      published = List.copyOf(published);
      failed = Set.copyOf(failed);
    }
  }
}

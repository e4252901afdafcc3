package dev.rampart.domain.port.in;

import dev.rampart.domain.detection.Signal;
import dev.rampart.domain.detection.SignalId;
import dev.rampart.domain.detection.Threat;
import java.util.List;
import java.util.Set;

/** Adds signals up and tells about what they amount to. Safe to repeat. */
public interface DetectThreats {
  /** Takes a batch in any order; signals may repeat, inside it and between batches. */
  Result detect(List<Signal> batch);

  /**
   * What came of a batch.
   *
   * @param told the news that was announced
   * @param failed signals that have to come again, since a dependency did not answer
   */
  record Result(List<Threat> told, Set<SignalId> failed) {
    public Result {
      told = List.copyOf(told);
      failed = Set.copyOf(failed);
    }
  }
}

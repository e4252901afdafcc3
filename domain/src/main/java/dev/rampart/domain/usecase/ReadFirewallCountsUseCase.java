package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.trail.TimeSpan;
import dev.rampart.domain.detection.tuning.CountToBlock;
import dev.rampart.domain.detection.tuning.Recording;
import dev.rampart.domain.port.in.ReadFirewallCounts;
import dev.rampart.domain.port.out.RecordedSignals;

/** {@link ReadFirewallCounts} over what was recorded. */
public record ReadFirewallCountsUseCase(RecordedSignals recorded) implements ReadFirewallCounts {

  @Override
  public Counts read(TimeSpan span) {
    Recording recording = recorded.read(span);
    CountToBlock count = new CountToBlock();
    recording.signals().forEach(count::take);
    recording.counted().forEach(count::take);
    return new Counts(recording.completeSince(), count);
  }
}

package dev.rampart.benchmark.detection.peer;

import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Leaves out repeated deliveries: the peers read log files, which have each line once. */
final class WithoutRepeats implements PeerRule {

  private final PeerRule rule;
  private final Set<SignalId> known = new HashSet<>();

  WithoutRepeats(PeerRule rule) {
    this.rule = rule;
  }

  @Override
  public List<Alert> take(Signal signal) {
    return known.add(signal.id()) ? rule.take(signal) : List.of();
  }
}

package dev.rampart.adapter.in.logs;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Which successes this process has published: a user's next request within the window tells nothing
 * new. Another process may publish the same again, under the same id. Not safe for use by several
 * threads: a process of a function takes one delivery at a time.
 */
final class PublishedSuccesses {
  /** Most ids that are kept; the oldest are forgotten first. */
  static final int IDS_MAX = 10_000;

  private final LinkedHashSet<SignalId> ids = new LinkedHashSet<>();

  /** Returns the signals without those that were published, in the same order. */
  List<Signal> without(List<Signal> signals) {
    return signals.stream().filter(signal -> !ids.contains(signal.id())).toList();
  }

  /** Notes what was published just now. */
  void add(List<Signal> signals) {
    for (Signal signal : signals) {
      if (signal.point() == DetectionPoint.OBJECT_OK) {
        ids.add(signal.id());
      }
    }
    while (ids.size() > IDS_MAX) {
      ids.removeFirst();
    }
  }
}

package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.Profile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A {@link ProfileStore} in a map; remembers every id. */
public final class InMemoryProfileStore implements ProfileStore {
  private final Map<Subject, Kept> kept = new HashMap<>();

  @Override
  public synchronized Profile add(Subject subject, List<Signal> signals) {
    Kept item = kept.computeIfAbsent(subject, _ -> new Kept());
    for (Signal signal : signals) {
      if (item.ids.add(signal.id())) {
        item.counts
            .computeIfAbsent(Profile.minute(signal.observedAt()), _ -> new HashMap<>())
            .merge(signal.point(), 1L, Long::sum);
        item.halfHours.add(Profile.halfHour(signal.observedAt()));
      }
    }
    return new Profile(subject, item.counts, item.halfHours);
  }

  private static final class Kept {
    final Set<SignalId> ids = new HashSet<>();
    final Map<Long, Map<DetectionPoint, Long>> counts = new HashMap<>();
    final Set<Long> halfHours = new HashSet<>();
  }
}

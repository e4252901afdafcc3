package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.GroupState;
import dev.rampart.domain.detection.state.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What a batch holds about each group of sources, in the order in which it is added. */
final class GroupNews {
  /** Something about a group. */
  sealed interface News {
    /** Returns the signal that tells it. */
    Signal signal();

    /** Adds it to a state. */
    void addTo(GroupState state);
  }

  private record OfSource(Signal signal, Observation seen, boolean isFirst) implements News {
    @Override
    public void addTo(GroupState state) {
      state.add(seen, isFirst);
    }
  }

  private record OfSuspect(Signal signal, Observation seen, boolean counted) implements News {
    @Override
    public void addTo(GroupState state) {
      state.addSuspect(seen, counted);
    }
  }

  private final SequencedMap<Subject, List<News>> byGroup = new LinkedHashMap<>();

  void add(Subject group, Signal signal, Observation seen, boolean isFirst) {
    news(group).add(new OfSource(signal, seen, isFirst));
  }

  void addSuspect(Subject group, Signal signal, Observation seen, boolean counted) {
    news(group).add(new OfSuspect(signal, seen, counted));
  }

  Map<Subject, List<News>> byGroup() {
    return byGroup;
  }

  private List<News> news(Subject group) {
    return byGroup.computeIfAbsent(group, _ -> new ArrayList<>());
  }
}

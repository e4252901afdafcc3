package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.GroupState;
import dev.rampart.domain.detection.state.Observation;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/** What a batch holds about each group of sources. */
final class GroupNews {
  /** The signals about one group, and the state of which they are all that is known. */
  record News(Set<Signal> signals, GroupState state) {}

  private final SequencedMap<Subject, News> byGroup = new LinkedHashMap<>();

  void add(Subject group, Signal signal, Observation seen) {
    News news = news(group);
    news.signals().add(signal);
    news.state().add(seen);
  }

  void addSuspect(Subject group, Signal signal, Observation seen, boolean counted) {
    News news = news(group);
    news.signals().add(signal);
    news.state().addSuspect(seen, counted);
  }

  Map<Subject, News> byGroup() {
    return byGroup;
  }

  private News news(Subject group) {
    return byGroup.computeIfAbsent(group, _ -> new News(new LinkedHashSet<>(), new GroupState()));
  }
}

package dev.rampart.domain.port.out;

import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.GroupState;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.SubjectState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A {@link StateStore} in maps. */
public final class InMemoryStateStore implements StateStore {
  private final Map<Subject, SubjectState> subjects = new HashMap<>();
  private final Map<Subject, GroupState> groups = new HashMap<>();

  @Override
  public synchronized SubjectState add(Subject subject, List<Observation> observations) {
    SubjectState state = subjects.computeIfAbsent(subject, _ -> new SubjectState());
    SubjectState before = SubjectState.of(state.cellList(), state.ids()).asOf(state.newestMillis());
    for (Observation observation : observations) {
      var _ = state.add(observation);
    }
    return before;
  }

  @Override
  public synchronized GroupState addToGroup(Subject group, GroupState news) {
    GroupState state = groups.computeIfAbsent(group, _ -> new GroupState());
    GroupState before = GroupState.of(state.cellList(), state.newestMillis());
    state.addAll(news);
    return before;
  }
}

package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.GroupState;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.SubjectState;
import dev.rampart.domain.port.out.InMemoryStateStore;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.StateStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** A {@link StateStore} in memory that fails when it is told to, and tells what it holds. */
final class FaultyStateStore implements StateStore {
  /** When a call fails. */
  enum Fault {
    NEVER,
    BEFORE_ITS_EFFECT,
    AFTER_ITS_EFFECT
  }

  private final StateStore store = new InMemoryStateStore();
  private final IntFunction<Fault> faults;
  private final Map<Subject, SubjectState> subjects = new HashMap<>();
  private final Map<Subject, GroupState> groups = new HashMap<>();
  private int calls;
  private Optional<Subject> failed = Optional.empty();

  /**
   * Makes an empty store.
   *
   * @param faults when the call of that number fails; the first is number 0
   */
  FaultyStateStore(IntFunction<Fault> faults) {
    this.faults = faults;
  }

  @Override
  public SubjectState add(Subject subject, List<Observation> observations) {
    return call(
        subject,
        () -> {
          SubjectState state = store.add(subject, observations);
          subjects.put(subject, store.add(subject, observations));
          return state;
        });
  }

  @Override
  public GroupState addToGroup(Subject group, GroupState news) {
    return call(
        group,
        () -> {
          GroupState state = store.addToGroup(group, news);
          groups.put(group, store.addToGroup(group, new GroupState()));
          return state;
        });
  }

  private <T> T call(Subject subject, Supplier<T> effect) {
    Fault fault = faults.apply(calls++);
    if (fault == Fault.BEFORE_ITS_EFFECT) {
      throw fail(subject);
    }
    T state = effect.get();
    if (fault == Fault.AFTER_ITS_EFFECT) {
      throw fail(subject);
    }
    return state;
  }

  private PortUnavailable fail(Subject subject) {
    failed = Optional.of(subject);
    return new PortUnavailable("states");
  }

  int calls() {
    return calls;
  }

  /** Returns whom the last call was about that failed. */
  Optional<Subject> lastFailed() {
    return failed;
  }

  Map<Subject, SubjectState> subjects() {
    return subjects;
  }

  Map<Subject, GroupState> groups() {
    return groups;
  }
}

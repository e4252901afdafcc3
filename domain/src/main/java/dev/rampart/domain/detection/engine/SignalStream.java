package dev.rampart.domain.detection.engine;

import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.GroupFeatures;
import dev.rampart.domain.detection.state.GroupState;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.SignalDigest;
import dev.rampart.domain.detection.state.SubjectFeatures;
import dev.rampart.domain.detection.state.SubjectState;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Detection of one signal after the other, with all states in memory: for recorded signals. The
 * time is that of the signals. Memory is bounded: subjects that were not seen for the longest time
 * are forgotten.
 */
public final class SignalStream {
  /** Hears what is found. */
  @FunctionalInterface
  public interface Listener {
    /**
     * Hears of each thing that a signal shows; the same thing may be shown by many signals.
     *
     * @param engine which of the engines found it, from 0
     */
    void found(int engine, Found found, Signal signal);
  }

  /** So many subjects of a kind are remembered at least, those used last. */
  static final int SUBJECTS_MIN = 50_000;

  /** So many groups of a kind: each is some times larger than a subject. */
  static final int GROUPS_MIN = 2_000;

  private final List<DetectionEngine> engines;
  private final KeyedHash hash;
  private final Listener listener;
  private final Map<SubjectKind, RecentlyUsed<SubjectState>> subjects =
      new EnumMap<>(SubjectKind.class);
  private final Map<SubjectKind, RecentlyUsed<GroupState>> groups =
      new EnumMap<>(SubjectKind.class);
  private final SignalFanOut.States others = new AllStates();

  /**
   * Starts with empty states.
   *
   * @param engines all judge the same states, so that they can be compared; from the most sensitive
   *     to the least, that is, what one does not find none behind it does
   */
  public SignalStream(List<DetectionEngine> engines, KeyedHash hash, Listener listener) {
    this.engines = List.copyOf(engines);
    this.hash = hash;
    this.listener = listener;
    for (SubjectKind kind : SubjectKind.values()) {
      subjects.put(kind, new RecentlyUsed<>(SUBJECTS_MIN, SubjectState::new));
      groups.put(kind, new RecentlyUsed<>(GROUPS_MIN, GroupState::new));
    }
  }

  /** Takes the next signal; one that repeats an earlier one shows nothing. */
  public void take(Signal signal) {
    SignalDigest digest = new SignalDigest(signal, hash);
    Optional<Subject> address = SignalSubjects.source(digest);
    if (address.isEmpty()) {
      SignalFanOut.toOthers(signal, digest, Optional.empty(), others);
      return;
    }
    SubjectState state = state(address.get());
    Observation seen = digest.forSource();
    if (state.add(seen)) {
      SubjectFeatures features = assess(address.get(), state, signal);
      SourceView view = SourceView.of(features, seen);
      SignalFanOut.toOthers(signal, digest, Optional.of(view), others);
    }
  }

  private final class AllStates implements SignalFanOut.States {
    @Override
    public void subject(Subject subject, Signal signal, Observation seen) {
      SubjectState state = state(subject);
      if (state.add(seen)) {
        var _ = assess(subject, state, signal);
      }
    }

    @Override
    public void group(Subject group, Signal signal, Observation seen, boolean isFirst) {
      GroupState state = groupState(group);
      state.add(seen, isFirst);
      assess(group, state, signal);
    }

    @Override
    public void suspect(Subject group, Signal signal, Observation seen, boolean counted) {
      GroupState state = groupState(group);
      state.addSuspect(seen, counted);
      assess(group, state, signal);
    }
  }

  private SubjectState state(Subject subject) {
    return Objects.requireNonNull(subjects.get(subject.kind())).get(subject.name());
  }

  private GroupState groupState(Subject group) {
    return Objects.requireNonNull(groups.get(group.kind())).get(group.name());
  }

  /** Shows a state with a new signal to the detectors, and returns its newest features. */
  private SubjectFeatures assess(Subject subject, SubjectState state, Signal signal) {
    List<SubjectFeatures> all = SubjectFeatures.toJudge(state, signal.observedAt().toEpochMilli());
    for (SubjectFeatures features : all) {
      tell(engine -> engine.assess(subject, signal.point().kind(), features), signal);
    }
    return all.getLast();
  }

  private void assess(Subject group, GroupState state, Signal signal) {
    for (GroupFeatures features :
        GroupFeatures.toJudge(state, signal.observedAt().toEpochMilli())) {
      tell(engine -> engine.assess(group, signal.point().kind(), features), signal);
    }
  }

  /** Tells what the engines find, up to the first that finds nothing. */
  private void tell(Function<DetectionEngine, List<Found>> assess, Signal signal) {
    for (int i = 0; i < engines.size(); i++) {
      List<Found> all = assess.apply(engines.get(i));
      if (all.isEmpty()) {
        return;
      }
      for (Found found : all) {
        listener.found(i, found, signal);
      }
    }
  }
}

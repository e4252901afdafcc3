package dev.rampart.domain.detection.state;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What detectors read from the state of one subject, as of some time: what is known of the signals
 * after it does not count in sums and in the rhythm, while sets hold them too.
 */
public final class SubjectFeatures implements ActivityFacts {
  private final SubjectState state;
  private final Cells cells;
  private final long now;

  /** How many of the newest observations that are known one by one were there by then. */
  private final int recent;

  /**
   * Reads a state that does not change meanwhile and has at least one observation, as of its newest
   * one.
   */
  public SubjectFeatures(SubjectState state) {
    this(state, state.newestMillis());
  }

  /**
   * Returns the features as of each time as of which a signal that was just added has to be judged,
   * the newest last; there is one at least.
   *
   * @param timeMillis of the signal, since the epoch
   */
  public static List<SubjectFeatures> toJudge(SubjectState state, long timeMillis) {
    return Instants.features(state.instants(timeMillis), at -> new SubjectFeatures(state, at));
  }

  /**
   * Reads a state as of one of its {@link SubjectState#instants}.
   *
   * @param nowMillis since the epoch
   */
  public SubjectFeatures(SubjectState state, long nowMillis) {
    this.state = state;
    this.cells = state.cells();
    this.now = nowMillis;
    this.recent =
        nowMillis >= state.newestMillis() ? state.recentCount() : state.recentUntil(nowMillis);
  }

  /** Returns how many signals of a kind there were, where those before count less and less. */
  public double count(SignalKind kind, HalfLife halfLife) {
    if (!state.mayHave(kind)) {
      return 0;
    }
    long name = halfLife.cellType().name(kind, now);
    double value = halfLife.value(cells.sum(name), cells.sum(name - 1), now);
    return Math.max(0, value - excess(kind, halfLife)) / kind.weight();
  }

  /**
   * Returns what signals after this time add to the sums of a kind, at least: how much an injection
   * weighs is not known one by one.
   */
  private double excess(SignalKind kind, HalfLife halfLife) {
    if (kind == SignalKind.INJECTION) {
      return 0;
    }
    double excess = 0;
    for (int i = recent; i < state.recentCount(); i++) {
      DetectionPoint point = state.recentPoint(i);
      if (point.kind() == kind) {
        excess += halfLife.excess(state.recentMillis(i), point.weight(), now);
      }
    }
    return excess;
  }

  @Override
  public long count(DetectionPoint point) {
    long name = CellType.COUNT.name(point, now);
    return cells.sum(name) + cells.sum(name - 1);
  }

  /** Returns how many different things signals of a kind were after, in the last 32 to 64 hours. */
  public double targets(SignalKind kind) {
    return set(CellType.TARGETS, kind).estimate();
  }

  /** Returns how many different things signals of one kind were after, and of another were not. */
  public double targetsWithout(SignalKind kind, SignalKind other) {
    return set(CellType.TARGETS, kind).estimateWithout(set(CellType.TARGETS, other));
  }

  /** Returns how many credentials signals of a kind named, of a source, in 32 to 64 hours. */
  public double credentials(SignalKind kind) {
    // A source is one place itself, so this is what its state keeps there.
    return origins(kind);
  }

  /** Returns from how many places signals of a kind came in the last 32 to 64 hours. */
  public double origins(SignalKind kind) {
    return set(CellType.ORIGINS, kind).estimate();
  }

  /** Returns from how many places signals of one kind came, and of another did not. */
  public double originsWithout(SignalKind kind, SignalKind other) {
    return set(CellType.ORIGINS, kind).estimateWithout(set(CellType.ORIGINS, other));
  }

  /** Returns from how many places signals of a kind came, and none of other kinds did. */
  public double originsWithoutAny(SignalKind kind, Collection<SignalKind> others) {
    BucketSet all = BucketSet.EMPTY;
    for (SignalKind other : others) {
      all = all.union(set(CellType.ORIGINS, other));
    }
    return set(CellType.ORIGINS, kind).estimateWithout(all);
  }

  /** Returns from how many places signals of any of these kinds came. */
  public double origins(Collection<SignalKind> kinds) {
    BucketSet all = BucketSet.EMPTY;
    for (SignalKind kind : kinds) {
      all = all.union(set(CellType.ORIGINS, kind));
    }
    return all.estimate();
  }

  /** Returns how many user agents suspicious requests had in the last 32 to 64 hours. */
  public double agents() {
    return set(CellType.AGENTS.name(now)).estimate();
  }

  /** Returns in how many half hours of the last 32 to 64 hours there were signals. */
  public int activeHalfHours() {
    return new Activity(cells, now).halfHours();
  }

  /**
   * Returns for how long there have been signals, at least, with or without silence, in
   * milliseconds. Of a half hour with more signals than are known one by one, which of them are
   * known depends on their order, and so does this by up to a half hour.
   */
  public long lastedMillis() {
    long sinceOldest = recent > 0 ? now - state.recentMillis(0) : 0;
    return Math.max(sinceOldest, new Activity(cells, now).knownMillisMin());
  }

  @Override
  public long activityStart() {
    return new Activity(cells, now).start();
  }

  @Override
  public long activityStartMillis() {
    long start = activityStart() * Periods.HALF_HOUR_MILLIS;
    long end = start + Periods.HALF_HOUR_MILLIS;
    for (int i = 0; i < recent; i++) {
      long time = state.recentMillis(i);
      if (time >= start && time < end) {
        return time;
      }
    }
    return start;
  }

  /**
   * Returns whether an observation is the first of its kind within its ten minutes, as far as
   * observations are known one by one: of more than those it is none.
   */
  public boolean isFirst(Observation seen) {
    long slot = CellType.SOURCES.period(seen.timeMillis());
    int first = -1;
    // Most signals come in time, so the newest observations are in their slot.
    for (int i = state.recentCount() - 1; i >= 0; i--) {
      long period = CellType.SOURCES.period(state.recentMillis(i));
      if (period < slot) {
        break;
      }
      if (period == slot && state.recentPoint(i).kind() == seen.kind()) {
        first = i;
      }
    }
    return first >= 0 && state.recentIs(first, seen);
  }

  /**
   * Returns the mean distance of the last so many signals in seconds. Of more than are known one by
   * one, the decayed sum of these kinds tells: whoever begins slowly does not hide his hurry.
   */
  public double paceSeconds(int last, Set<SignalKind> kinds) {
    double recentSignals = 0;
    for (SignalKind kind : kinds) {
      recentSignals += count(kind, HalfLife.FAST);
    }
    return Math.min(rhythm().meanSeconds(last), HalfLife.FAST.meanSeconds() / recentSignals);
  }

  /** Returns the rhythm of the newest signals. */
  public Rhythm rhythm() {
    return new Rhythm(state, recent);
  }

  private BucketSet set(CellType type, SignalKind kind) {
    return state.mayHave(kind) ? set(type.name(kind, now)) : BucketSet.EMPTY;
  }

  /** Returns the union of a set and of that of the period before. */
  private BucketSet set(long name) {
    return cells.set(name).union(cells.set(name - 1));
  }
}

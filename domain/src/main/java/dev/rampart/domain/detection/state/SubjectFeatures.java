package dev.rampart.domain.detection.state;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import java.util.Collection;

/** What detectors read from the state of one subject, as of the time of its newest signal. */
public final class SubjectFeatures implements ActivityFacts {
  private final SubjectState state;
  private final Cells cells;
  private final long now;

  /** Reads a state that does not change meanwhile and has at least one observation. */
  public SubjectFeatures(SubjectState state) {
    this.state = state;
    this.cells = state.cells();
    this.now = state.newestMillis();
  }

  /** Returns how many signals of a kind there were, where those before count less and less. */
  public double count(SignalKind kind, HalfLife halfLife) {
    if (!state.mayHave(kind)) {
      return 0;
    }
    long name = halfLife.cellType().name(kind, now);
    return halfLife.value(cells.sum(name), cells.sum(name - 1), now) / kind.weight();
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
    return set(CellType.TARGETS, kind).without(set(CellType.TARGETS, other)).estimate();
  }

  /**
   * Returns from how many places signals of a kind came in the last 32 to 64 hours; of a source,
   * how many credentials they named.
   */
  public double origins(SignalKind kind) {
    return set(CellType.ORIGINS, kind).estimate();
  }

  /** Returns from how many places signals of one kind came, and of another did not. */
  public double originsWithout(SignalKind kind, SignalKind other) {
    return set(CellType.ORIGINS, kind).without(set(CellType.ORIGINS, other)).estimate();
  }

  /** Returns from how many places signals of a kind came, and none of other kinds did. */
  public double originsWithoutAny(SignalKind kind, Collection<SignalKind> others) {
    BucketSet rest = set(CellType.ORIGINS, kind);
    for (SignalKind other : others) {
      rest = rest.without(set(CellType.ORIGINS, other));
    }
    return rest.estimate();
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

  @Override
  public long activityStart() {
    return new Activity(cells, now).start();
  }

  @Override
  public long activityStartMillis() {
    long start = activityStart() * Periods.HALF_HOUR_MILLIS;
    long end = start + Periods.HALF_HOUR_MILLIS;
    for (int i = 0; i < state.recentCount(); i++) {
      long time = state.recentMillis(i);
      if (time >= start && time < end) {
        return time;
      }
    }
    return start;
  }

  /** Returns the rhythm of the newest signals. */
  public Rhythm rhythm() {
    return state.rhythm();
  }

  private BucketSet set(CellType type, SignalKind kind) {
    return state.mayHave(kind) ? set(type.name(kind, now)) : BucketSet.EMPTY;
  }

  /** Returns the union of a set and of that of the period before. */
  private BucketSet set(long name) {
    return cells.set(name).union(cells.set(name - 1));
  }
}

package dev.rampart.domain.detection.state;

import dev.rampart.domain.detection.signal.SignalKind;
import java.util.Collection;
import java.util.List;

/**
 * What is remembered of all sources that have something in common: that they trip one rule, or that
 * they fail in one way. Of the last hour it is known by minutes and by ten minutes, of the hours
 * before how much is usual.
 *
 * <p>Ids are not kept: there are too many. Sets do not change if a signal comes again, sums may be
 * a little high.
 */
public final class GroupState {
  private final Cells cells = new Cells();
  private long newestMillis = Long.MIN_VALUE;

  /**
   * Adds a signal of one of the sources.
   *
   * @param isFirst whether it is the first of its kind from the source within its ten minutes, or
   *     the source is not known: only such signals tell how many sources are usual
   */
  public void add(Observation seen, boolean isFirst) {
    long time = seen.timeMillis();
    newestMillis = Math.max(newestMillis, time);
    SignalKind kind = seen.kind();
    if (isFirst) {
      cells.add(CellType.SLOW.name(kind, time), HalfLife.SLOW.addition(time, 1));
    }
    cells.add(CellType.COUNT.name(seen.point(), time), 1);
    cells.add(CellType.MINUTE.name(kind, time), 1);
    cells.addMember(CellType.GROUP_TARGETS.name(kind, time), seen.target());
    if (seen.origin() != Observation.UNKNOWN) {
      cells.addMember(CellType.SOURCES.name(kind, time), seen.origin());
    }
    Activity.add(cells, time);
  }

  /**
   * Notes that the source of a signal is suspect by itself.
   *
   * @param counted whether the signal was added too
   */
  public void addSuspect(Observation seen, boolean counted) {
    long time = seen.timeMillis();
    newestMillis = Math.max(newestMillis, time);
    if (!counted) {
      cells.add(CellType.COUNT.name(seen.point(), time), 1);
    }
    if (seen.origin() != Observation.UNKNOWN) {
      cells.addMember(CellType.SUSPECTS.name(seen.kind(), time), seen.origin());
    }
    Activity.add(cells, time);
  }

  /** Adds all that another state of the group holds. */
  public void addAll(GroupState news) {
    newestMillis = Math.max(newestMillis, news.newestMillis);
    news.cellList().forEach(cells::add);
  }

  /**
   * Returns a state that was stored as cells.
   *
   * @param newestMillis the time of the newest signal that is known, since the epoch
   */
  public static GroupState of(Collection<Cell> cells, long newestMillis) {
    GroupState state = new GroupState();
    cells.forEach(state.cells::add);
    state.newestMillis = Math.max(newestMillis, state.cells.newestMillis(CellType.MINUTE));
    return state;
  }

  /** Returns the cells, ordered by name. */
  public List<Cell> cellList() {
    return cells.list();
  }

  Cells cells() {
    return cells;
  }

  /**
   * Returns the times as of which a signal that was just added has to be judged: the newest, and
   * its own if it came some minutes late. Of a time long before the newest too little is kept.
   */
  long[] instants(long timeMillis) {
    boolean late =
        CellType.MINUTE.period(timeMillis) < CellType.MINUTE.period(newestMillis)
            && newestMillis - timeMillis <= Periods.LATE_MILLIS_MAX;
    return late ? new long[] {timeMillis, newestMillis} : new long[] {newestMillis};
  }

  /** Returns the time of the newest signal, in milliseconds since the epoch. */
  public long newestMillis() {
    return newestMillis;
  }
}

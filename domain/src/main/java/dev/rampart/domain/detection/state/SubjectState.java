package dev.rampart.domain.detection.state;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * What is remembered of one subject. Any order of observations, any split over writers and any
 * repeats give the same state: all is sums and sets, and an observation whose id is known adds
 * nothing.
 *
 * <p>The ids hold the second of their signals, so they also tell the rhythm of the newest ones.
 */
public final class SubjectState {
  /** Most ids that are kept of one half hour; what comes after them is not checked for repeats. */
  public static final int IDS_MAX = 32;

  /** Half hours whose ids are kept, the newest included: so late may a repeat come. */
  public static final int HALF_HOURS_WITH_IDS = 3;

  /** Who is later than others by less than this is judged as if in time: hardly anything decays. */
  private static final long LATE_MILLIS = 10_000;

  private static final int IDS_AT_START = 4;
  private static final int ID_BITS = 48;
  private static final long ID_MASK = (1L << ID_BITS) - 1;
  private static final int HALF_HOUR_MASK = 0xffff;

  private final Cells cells = new Cells();
  private long[] ids = new long[IDS_AT_START];
  private int idCount;
  private long newestMillis = Long.MIN_VALUE;

  /** A bit for each kind that there may be cells of: detectors ask for many that there are not. */
  private int kinds;

  /** Returns the state of a subject of which this is all that was observed. */
  public static SubjectState of(Collection<Observation> observations) {
    SubjectState state = new SubjectState();
    for (Observation observation : observations) {
      var _ = state.add(observation);
    }
    return state;
  }

  /** Adds an observation, and returns whether it was a new one; one that is known adds nothing. */
  public boolean add(Observation seen) {
    if (!addId(seen)) {
      return false;
    }
    long time = seen.timeMillis();
    newestMillis = Math.max(newestMillis, time);
    SignalKind kind = seen.kind();
    kinds |= 1 << kind.ordinal();
    cells.add(CellType.FAST.name(kind, time), HalfLife.FAST.addition(time, seen.weight()));
    cells.add(CellType.SLOW.name(kind, time), HalfLife.SLOW.addition(time, seen.weight()));
    cells.add(CellType.COUNT.name(seen.point(), time), 1);
    cells.addMember(CellType.TARGETS.name(kind, time), seen.target());
    if (seen.origin() != Observation.UNKNOWN) {
      cells.addMember(CellType.ORIGINS.name(kind, time), seen.origin());
    }
    if (seen.agent() != Observation.UNKNOWN) {
      cells.addMember(CellType.AGENTS.name(time), seen.agent());
    }
    Activity.add(cells, time);
    return true;
  }

  /** Returns a state that was stored as cells and ids; its newest observation has the newest id. */
  public static SubjectState of(Collection<Cell> cells, Collection<ObservationId> ids) {
    SubjectState state = new SubjectState();
    cells.forEach(state.cells::add);
    state.kinds = -1;
    List<ObservationId> ordered = new ArrayList<>(ids);
    ordered.sort(
        Comparator.comparingLong(ObservationId::halfHour).thenComparingLong(ObservationId::id));
    long newest = ordered.isEmpty() ? 0 : ordered.getLast().halfHour();
    for (ObservationId id : ordered) {
      if (newest - id.halfHour() < HALF_HOURS_WITH_IDS) {
        state.append((id.halfHour() & HALF_HOUR_MASK) << ID_BITS | id.id());
        state.newestMillis = Math.max(state.newestMillis, id.timeMillis());
      }
    }
    return state;
  }

  /** Returns this state as of a time, if that is later than its newest observation's. */
  public SubjectState asOf(long timeMillis) {
    newestMillis = Math.max(newestMillis, timeMillis);
    return this;
  }

  private void append(long id) {
    if (idCount == ids.length) {
      ids = Arrays.copyOf(ids, 2 * idCount);
    }
    ids[idCount++] = id;
  }

  /** Returns the cells, ordered by name. */
  public List<Cell> cellList() {
    return cells.list();
  }

  /** Returns the ids of the newest observations, in order of their times. */
  public List<ObservationId> ids() {
    long newest = Periods.halfHour(newestMillis);
    List<ObservationId> all = new ArrayList<>(idCount);
    for (int i = 0; i < idCount; i++) {
      all.add(new ObservationId(newest - back(newest, ids[i]), ids[i] & ID_MASK));
    }
    return all;
  }

  Cells cells() {
    return cells;
  }

  /** Returns whether there may be anything of a kind. */
  boolean mayHave(SignalKind kind) {
    return (kinds & 1 << kind.ordinal()) != 0;
  }

  /** Returns the time of the newest observation, in milliseconds since the epoch. */
  public long newestMillis() {
    return newestMillis;
  }

  /**
   * Returns the times as of which an observation that was just added has to be judged: its own, and
   * if it came late, those of later ones that it may complete something with. Where not all later
   * ones are known, or they are much later, it is only the newest.
   */
  long[] instants(long timeMillis) {
    if (newestMillis - timeMillis < LATE_MILLIS || !knowsAllSince(timeMillis)) {
      return new long[] {Math.max(newestMillis, timeMillis)};
    }
    long[] instants = new long[2 + idCount];
    int n = 0;
    instants[n++] = timeMillis;
    for (int i = recentUntil(timeMillis); i < idCount; i++) {
      if (recentMillis(i) - instants[n - 1] >= LATE_MILLIS) {
        instants[n++] = recentMillis(i);
      }
    }
    if (newestMillis > instants[n - 1]) {
      instants[n++] = newestMillis;
    }
    return Arrays.copyOf(instants, n);
  }

  private boolean knowsAllSince(long timeMillis) {
    return newestMillis - timeMillis <= Periods.LATE_MILLIS_MAX
        && (idCount < IDS_MAX
            || (countIds(Periods.halfHour(timeMillis)) < IDS_MAX
                && countIds(Periods.halfHour(newestMillis)) < IDS_MAX));
  }

  /** Returns of how many observations the ids are kept. */
  int recentCount() {
    return idCount;
  }

  /** Returns of how many of them the second is not after that of a time. */
  int recentUntil(long timeMillis) {
    int count = idCount;
    while (count > 0 && recentMillis(count - 1) > timeMillis) {
      count--;
    }
    return count;
  }

  /** Returns whether one of them is this one. */
  boolean recentIs(int number, Observation seen) {
    return (ids[number] & ID_MASK) == seen.id()
        && (ids[number] >>> ID_BITS) == (Periods.halfHour(seen.timeMillis()) & HALF_HOUR_MASK);
  }

  /** Returns the point of one of them. */
  DetectionPoint recentPoint(int number) {
    return Observation.point(ids[number] & ID_MASK);
  }

  /** Returns the time of one of them to the second, in milliseconds; the oldest is number 0. */
  long recentMillis(int number) {
    long newest = Periods.halfHour(newestMillis);
    long halfHour = newest - back(newest, ids[number]);
    return halfHour * Periods.HALF_HOUR_MILLIS
        + Observation.millisWithinHalfHour(ids[number] & ID_MASK);
  }

  private static long back(long newest, long id) {
    return (newest - (id >>> ID_BITS)) & HALF_HOUR_MASK;
  }

  private boolean addId(Observation seen) {
    long halfHour = Periods.halfHour(seen.timeMillis());
    long newest = idCount == 0 ? halfHour : Periods.halfHour(newestMillis);
    if (newest - halfHour >= HALF_HOURS_WITH_IDS) {
      return true;
    }
    if (halfHour > newest) {
      forgetIds(halfHour);
    }
    return insertId((halfHour & HALF_HOUR_MASK) << ID_BITS | seen.id());
  }

  /** Ids are kept in ascending order, which is that of their times; most come at the end. */
  private boolean insertId(long id) {
    int at = idCount;
    while (at > 0 && isBefore(id, ids[at - 1])) {
      at--;
    }
    if (at > 0 && ids[at - 1] == id) {
      return false;
    }
    if (hasRoomBeside(id)) {
      append(id);
      System.arraycopy(ids, at, ids, at + 1, idCount - 1 - at);
      ids[at] = id;
    }
    return true;
  }

  /** The number of the half hour begins again after some years, so the difference decides. */
  private static boolean isBefore(long id, long other) {
    return id - other < 0;
  }

  private boolean hasRoomBeside(long id) {
    return idCount < IDS_MAX || countIds(id >>> ID_BITS) < IDS_MAX;
  }

  private int countIds(long halfHour) {
    int count = 0;
    for (int i = 0; i < idCount; i++) {
      count += ids[i] >>> ID_BITS == (halfHour & HALF_HOUR_MASK) ? 1 : 0;
    }
    return count;
  }

  private void forgetIds(long newest) {
    int kept = 0;
    for (int i = 0; i < idCount; i++) {
      if (back(newest, ids[i]) < HALF_HOURS_WITH_IDS) {
        ids[kept++] = ids[i];
      }
    }
    idCount = kept;
  }
}

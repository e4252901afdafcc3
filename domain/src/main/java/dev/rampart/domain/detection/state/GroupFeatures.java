package dev.rampart.domain.detection.state;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import java.time.Duration;
import java.util.List;

/** What detectors read from the state of a group of sources, as of some time. */
public final class GroupFeatures implements ActivityFacts {
  /** How many slots of ten minutes are known, the current one included. */
  public static final int SLOTS = CellType.SOURCES.periodsKept();

  /** How many minutes are known, the current one included. */
  public static final int MINUTES = CellType.MINUTE.periodsKept();

  private static final double HALF_LIFE_HOURS = HalfLife.SLOW.hours();

  /** The mean age, in hours, of what such a half-life weighs. */
  private static final double MEAN_HOURS = HALF_LIFE_HOURS / Math.log(2);

  /** Below this much of the mean age, what came before says too little. */
  private static final double HOURS_MIN = 0.5;

  private final Cells cells;
  private final long now;

  /**
   * Reads a state that does not change meanwhile and has at least one observation, as of its newest
   * one.
   */
  public GroupFeatures(GroupState state) {
    this(state, state.newestMillis());
  }

  /**
   * Returns the features as of each time as of which a signal that was just added has to be judged,
   * the newest last; there is one at least.
   *
   * @param timeMillis of the signal, since the epoch
   */
  public static List<GroupFeatures> toJudge(GroupState state, long timeMillis) {
    return Instants.features(state.instants(timeMillis), at -> new GroupFeatures(state, at));
  }

  /**
   * Reads a state as of one of its {@link GroupState#instants}.
   *
   * @param nowMillis since the epoch
   */
  public GroupFeatures(GroupState state, long nowMillis) {
    this.cells = state.cells();
    this.now = nowMillis;
  }

  /** Returns how many sources there were in the last slots of ten minutes. */
  public double sources(SignalKind kind, int slots) {
    return different(CellType.SOURCES, kind, 0, slots);
  }

  /** Returns how many sources there were before the last slots of ten minutes, as far as known. */
  public double sourcesBefore(SignalKind kind, int slots) {
    return different(CellType.SOURCES, kind, slots, SLOTS);
  }

  /** Returns how many sources there were in the last slots that were suspect by themselves. */
  public double suspects(SignalKind kind, int slots) {
    return different(CellType.SUSPECTS, kind, 0, slots);
  }

  /** Returns how many different things signals were after in the last slots of ten minutes. */
  public double targets(SignalKind kind, int slots) {
    return different(CellType.GROUP_TARGETS, kind, 0, slots);
  }

  /** Returns how many signals there were in the minute so many minutes ago. */
  public long minute(SignalKind kind, int ago) {
    return cells.sum(CellType.MINUTE.name(kind, now) - ago);
  }

  /** Returns how many signals there were in the last minutes, the current one included. */
  public long lastMinutes(SignalKind kind, int minutes) {
    long sum = 0;
    for (int ago = 0; ago < minutes; ago++) {
      sum += minute(kind, ago);
    }
    return sum;
  }

  @Override
  public long count(DetectionPoint point) {
    long name = CellType.COUNT.name(point, now);
    return cells.sum(name) + cells.sum(name - 1);
  }

  /**
   * Returns how many sources with signals of a kind are usual in an hour, each counted once in ten
   * minutes, by what came before the {@linkplain #SLOTS slots} that are known; negative if too
   * little is known to tell.
   */
  public double usualPerHour(SignalKind kind) {
    double hours = new Activity(cells, now).hoursKnown();
    double weightOfHours =
        MEAN_HOURS * (1 - Math.pow(2, -hours / HALF_LIFE_HOURS)) - hoursOfSlots();
    if (weightOfHours < HOURS_MIN) {
      return -1;
    }
    long name = CellType.SLOW.name(kind, now);
    double all = HalfLife.SLOW.value(cells.sum(name), cells.sum(name - 1), now);
    for (int ago = 0; ago < SLOTS; ago++) {
      all -= cells.set(CellType.SOURCES.name(kind, now) - ago).estimate();
    }
    return Math.max(0, all) / weightOfHours;
  }

  private double hoursOfSlots() {
    long start = Periods.TEN_MINUTES.toMillis() * (CellType.SOURCES.period(now) + 1 - SLOTS);
    return (now - start) / (double) Duration.ofHours(1).toMillis();
  }

  @Override
  public long activityStart() {
    return new Activity(cells, now).start();
  }

  @Override
  public long activityStartMillis() {
    return activityStart() * Periods.HALF_HOUR_MILLIS;
  }

  private double different(CellType type, SignalKind kind, int from, int to) {
    long name = type.name(kind, now);
    BucketSet all = BucketSet.EMPTY;
    for (int ago = from; ago < to; ago++) {
      all = all.union(cells.set(name - ago));
    }
    return all.estimate();
  }
}

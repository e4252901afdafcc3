package dev.rampart.local.schedules;

import dev.rampart.local.supervision.DelayedExecutor;
import dev.rampart.local.supervision.Fault;
import dev.rampart.local.supervision.Loop;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Invokes functions by their schedules: at once when it starts, as EventBridge Scheduler does when
 * a schedule is made, and from then on at its rate. A clock that jumps over several times of a
 * schedule, be it moved or the machine asleep, makes one invocation of them, for the last of these
 * times. Safe for use by many threads.
 */
public final class Schedules implements AutoCloseable {
  /** Much finer than the minute that EventBridge Scheduler promises. */
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

  private final List<ScheduleSettings> schedules;
  private final ScheduleDelivery delivery;
  private final InstantSource clock;

  /** When each schedule that is enabled is due; empty until it begins. */
  private final Map<ScheduleSettings, Instant> due = new LinkedHashMap<>();

  private Optional<Loop> loop = Optional.empty();

  /** Makes schedules that have not begun. */
  public Schedules(
      List<ScheduleSettings> schedules,
      ScheduleActions actions,
      DelayedExecutor later,
      InstantSource clock) {
    this.schedules = List.copyOf(schedules);
    this.delivery = new ScheduleDelivery(actions, later, clock);
    this.clock = clock;
  }

  /** Begins, and follows the clock from now on. */
  public synchronized void start() {
    begin();
    if (!due.isEmpty()) {
      loop =
          Optional.of(
              Loop.start(
                  "The schedules",
                  () -> {
                    invokeDue();
                    return Optional.of(LOOK_AGAIN);
                  },
                  clock));
    }
  }

  /** Begins, for somebody who {@linkplain #moving moves} the clock: all schedules are due now. */
  public synchronized void begin() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
    schedules.stream()
        .filter(ScheduleSettings::isEnabled)
        .forEach(schedule -> due.put(schedule, now));
  }

  /** Invokes for each schedule that is due, once. */
  synchronized void invokeDue() {
    Instant now = clock.instant();
    for (Map.Entry<ScheduleSettings, Instant> each : due.entrySet()) {
      if (!each.getValue().isAfter(now)) {
        Duration every = each.getKey().every();
        long passed = Duration.between(each.getValue(), now).dividedBy(every);
        Instant last = each.getValue().plus(every.multipliedBy(passed));
        each.setValue(last.plus(every));
        delivery.deliver(ScheduledAttempt.first(each.getKey(), last, now));
      }
    }
  }

  /**
   * Has the clock moved, without a look at it on the way, and then invokes for each schedule that
   * became due, once.
   */
  public synchronized void moving(Runnable move) {
    move.run();
    invokeDue();
  }

  /** Returns what is wrong with invocations that are lost; empty if none is. */
  public Optional<Fault> fault() {
    return delivery.fault();
  }

  /** Does not follow the clock any more. */
  @Override
  public synchronized void close() {
    loop.ifPresent(Loop::close);
  }
}

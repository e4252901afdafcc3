package dev.rampart.local.supervision;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;

/**
 * Tracks whether one activity works. A fault is logged when it is new, not each time it happens; it
 * is new again after the activity has worked for a minute. Safe for use by many threads.
 */
public final class FaultTracker {
  private static final System.Logger LOG = System.getLogger(FaultTracker.class.getName());

  /** How long an activity has to work before a fault that was logged is logged again. */
  private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(1);

  /** How many different faults are remembered as logged; an activity seldom has more than two. */
  private static final int REMEMBERED_MAX = 16;

  /** What is appended to the message about each new fault. */
  private static volatile String hint = "";

  private final String activity;
  private final InstantSource clock;
  private final SequencedSet<String> logged = new LinkedHashSet<>();
  private Optional<Fault> current = Optional.empty();
  private Instant lastFailure = Instant.MIN;
  private Optional<Instant> lastSuccess = Optional.empty();

  /**
   * Creates a tracker that knows of no fault.
   *
   * @param activity the subject of a sentence that ends with "failed", such as "The event journal"
   */
  public FaultTracker(String activity, InstantSource clock) {
    this.activity = activity;
    this.clock = clock;
  }

  /**
   * Sets what the messages of all trackers say of the place that shows current faults.
   *
   * @param hint appended to a sentence, for example {@code "; see the status page"}
   */
  public static void appendToMessages(String hint) {
    FaultTracker.hint = hint;
  }

  /** Records that the activity failed; ends the process if memory ran out. */
  public void failed(Throwable cause) {
    OutOfMemory.endProcessIfCaused(cause);
    LOG.log(System.Logger.Level.DEBUG, activity, cause);
    failed(Causes.describe(cause));
  }

  /** Records that the activity failed, and why. */
  public void failed(String reason) {
    String cause = Causes.oneLine(reason);
    if (isNew(cause)) {
      LOG.log(
          System.Logger.Level.WARNING,
          activity + " failed: " + cause + ". It goes on" + hint + ".");
    }
  }

  private synchronized boolean isNew(String cause) {
    Instant now = clock.instant();
    lastFailure = now;
    current =
        Optional.of(
            current
                .map(fault -> new Fault(cause, fault.since(), fault.times() + 1))
                .orElseGet(() -> new Fault(cause, now, 1)));
    if (logged.size() == REMEMBERED_MAX && !logged.contains(cause)) {
      logged.removeFirst();
    }
    return logged.add(cause);
  }

  /** Records that the activity worked. */
  public synchronized void succeeded() {
    Instant now = clock.instant();
    lastSuccess = Optional.of(now);
    current = Optional.empty();
    if (!logged.isEmpty() && !now.isBefore(lastFailure.plus(FORGOTTEN_AFTER))) {
      logged.clear();
    }
  }

  /** Returns what is wrong at present; empty if the activity worked the last time. */
  public synchronized Optional<Fault> current() {
    return current;
  }

  /** Returns when the activity last worked; empty if it never did. */
  public synchronized Optional<Instant> lastSuccess() {
    return lastSuccess;
  }
}

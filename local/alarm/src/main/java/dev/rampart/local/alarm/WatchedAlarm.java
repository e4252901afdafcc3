package dev.rampart.local.alarm;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One alarm at work. Not safe for use by several threads. */
final class WatchedAlarm {
  private final AlarmSettings settings;
  private final Instant createdAt;
  private AlarmState state;
  private boolean actionsEnabled;

  /** The state whose actions were taken, or did not have to be. */
  private StateValue settled;

  /** The last change, until its actions were taken or are not needed any more. */
  private Optional<StateChange> pending = Optional.empty();

  private Optional<Instant> suppressorLeftAlarm = Optional.empty();
  private boolean suppressorWasInAlarm;

  WatchedAlarm(AlarmSettings settings, Instant now) {
    this.settings = settings;
    this.createdAt = now;
    this.state = AlarmState.initial(now);
    this.settled = state.value();
    this.actionsEnabled = settings.identity().actionsEnabled();
  }

  AlarmSettings settings() {
    return settings;
  }

  AlarmIdentity identity() {
    return settings.identity();
  }

  AlarmState state() {
    return state;
  }

  Instant createdAt() {
    return createdAt;
  }

  boolean actionsEnabled() {
    return actionsEnabled;
  }

  void enableActions(boolean enabled) {
    actionsEnabled = enabled;
  }

  void change(StateChange change) {
    state = change.after();
    pending = Optional.of(change);
  }

  /** What holds the actions of an alarm back, by CloudWatch's names. */
  enum SuppressedBy {
    Alarm,
    WaitPeriod,
    ExtensionPeriod
  }

  /**
   * Returns what holds the actions back, by the rules of the page "Suppressing composite alarm
   * actions": the suppressor while it is in alarm; then for the extension; and, before that, for as
   * long as its alarm is waited for.
   *
   * @param suppressor the state of the suppressor; empty if there is none
   */
  Optional<SuppressedBy> suppressedBy(Optional<StateValue> suppressor, Instant now) {
    if (suppressor.isEmpty()
        || !(settings instanceof AlarmSettings.Composite composite)
        || composite.suppression().isEmpty()) {
      return Optional.empty();
    }
    AlarmSettings.Suppression suppression = composite.suppression().get();
    boolean isInAlarm = suppressor.get() == StateValue.ALARM;
    if (suppressorWasInAlarm && !isInAlarm) {
      suppressorLeftAlarm = Optional.of(now);
    }
    suppressorWasInAlarm = isInAlarm;
    if (isInAlarm) {
      return Optional.of(SuppressedBy.Alarm);
    }
    if (isWithin(suppressorLeftAlarm, suppression.extension(), now)) {
      return Optional.of(SuppressedBy.ExtensionPeriod);
    }
    return settled != state.value() && isWithin(Optional.of(state.at()), suppression.waiting(), now)
        ? Optional.of(SuppressedBy.WaitPeriod)
        : Optional.empty();
  }

  private static boolean isWithin(Optional<Instant> from, Duration length, Instant now) {
    return from.filter(start -> now.isBefore(start.plus(length))).isPresent();
  }

  /** Returns the change whose actions are to be taken now; they are taken once. */
  Optional<StateChange> due() {
    Optional<StateChange> due = pending.filter(_ -> settled != state.value());
    pending = Optional.empty();
    settled = state.value();
    return due.filter(_ -> actionsEnabled);
  }
}

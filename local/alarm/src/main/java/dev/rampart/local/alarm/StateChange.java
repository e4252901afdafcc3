package dev.rampart.local.alarm;

import java.time.Instant;
import java.util.List;

/**
 * An alarm came to another state.
 *
 * @param before the state it was in, with its reason
 * @param after the state it came to
 * @param children of a composite alarm: those whose change made it change
 */
public record StateChange(
    AlarmSettings alarm, AlarmState before, AlarmState after, List<Child> children) {
  public StateChange {
    children = List.copyOf(children);
  }

  /** An alarm that a composite alarm looks at. */
  public record Child(String arn, StateValue state, Instant at) {}

  /** Returns the name of the alarm. */
  public String name() {
    return alarm.identity().name();
  }
}

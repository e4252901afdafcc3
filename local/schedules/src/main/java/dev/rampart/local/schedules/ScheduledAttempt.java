package dev.rampart.local.schedules;

import java.time.Instant;
import java.util.UUID;

/**
 * One attempt to invoke the function of a schedule.
 *
 * @param scheduledTime when the schedule was due, in whole seconds
 * @param since when it was tried for the first time
 * @param retries how many attempts there were before it
 * @param executionId 16 hexadecimal digits, others for each attempt
 */
record ScheduledAttempt(
    ScheduleSettings schedule,
    Instant scheduledTime,
    Instant since,
    int retries,
    String executionId) {

  static ScheduledAttempt first(ScheduleSettings schedule, Instant scheduledTime, Instant now) {
    return new ScheduledAttempt(schedule, scheduledTime, now, 0, newId());
  }

  ScheduledAttempt again() {
    return new ScheduledAttempt(schedule, scheduledTime, since, retries + 1, newId());
  }

  /** Returns the event that the function gets. */
  String event() {
    return schedule.target().input().of(this);
  }

  private static String newId() {
    return "%016x".formatted(UUID.randomUUID().getLeastSignificantBits());
  }
}

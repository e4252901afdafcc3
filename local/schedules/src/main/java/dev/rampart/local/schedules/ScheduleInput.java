package dev.rampart.local.schedules;

/**
 * The event of a schedule: JSON with keywords, in whose place each attempt has its own values
 * (EventBridge Scheduler User Guide, "Adding context attributes").
 */
record ScheduleInput(String text) {
  private static final String SCHEDULE_ARN = "<aws.scheduler.schedule-arn>";
  private static final String SCHEDULED_TIME = "<aws.scheduler.scheduled-time>";
  private static final String EXECUTION_ID = "<aws.scheduler.execution-id>";
  private static final String ATTEMPT_NUMBER = "<aws.scheduler.attempt-number>";

  /** Returns the event of an attempt. */
  String of(ScheduledAttempt attempt) {
    return text.replace(SCHEDULE_ARN, attempt.schedule().arn())
        .replace(SCHEDULED_TIME, attempt.scheduledTime().toString())
        .replace(EXECUTION_ID, attempt.executionId())
        .replace(ATTEMPT_NUMBER, Integer.toString(attempt.retries() + 1));
  }
}

package dev.rampart.local.schedules;

import java.time.Duration;

/**
 * A schedule of a template.
 *
 * @param logicalId by which its role is known, too
 * @param every the time between two invocations, a minute at least
 * @param isEnabled whether it invokes anything
 */
public record ScheduleSettings(
    String logicalId, String arn, Duration every, boolean isEnabled, ScheduleTarget target) {}

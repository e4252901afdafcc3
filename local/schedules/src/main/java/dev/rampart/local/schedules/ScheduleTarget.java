package dev.rampart.local.schedules;

import java.time.Duration;
import java.util.Optional;

/**
 * What a schedule invokes.
 *
 * @param functionArn the ARN of a function, perhaps with an alias
 * @param retriesMax how often an invocation is tried again that the function does not take
 * @param ageMax how old an invocation may be that is tried again
 * @param deadLetterArn the queue of invocations that are given up; empty if they are lost
 */
public record ScheduleTarget(
    String functionArn,
    ScheduleInput input,
    int retriesMax,
    Duration ageMax,
    Optional<String> deadLetterArn) {}

package dev.rampart.domain.monitoring;

/**
 * What became of the invocations of a function within a time.
 *
 * @param throttles invocations for which there was no process; they are not among the others
 */
public record FunctionCounts(String name, long invocations, long errors, long throttles) {}

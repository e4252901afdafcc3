package dev.rampart.local.supervision;

import java.time.Instant;

/**
 * Something that fails at present.
 *
 * @param cause one line that says what is wrong
 * @param since when it failed first
 * @param times how often it has failed since then
 */
public record Fault(String cause, Instant since, long times) {}

package dev.rampart.local.supervision;

import java.time.Instant;
import java.util.Optional;

/**
 * How a loop is doing.
 *
 * @param running whether it goes on; false when it was closed or has nothing more to do
 * @param since when it was started
 * @param lastSuccess when a step last succeeded; empty if none did yet
 * @param fault why the last step failed; empty if it succeeded
 */
public record LoopStatus(
    boolean running, Instant since, Optional<Instant> lastSuccess, Optional<Fault> fault) {}

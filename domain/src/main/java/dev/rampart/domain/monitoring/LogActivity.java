package dev.rampart.domain.monitoring;

import java.time.Instant;
import java.util.Optional;

/**
 * When a log was last written to.
 *
 * @param lastEventAt the start of the minute, or of the hour if it is longer ago; empty if nothing
 *     was written for as long as is looked back
 */
public record LogActivity(SignalLog log, Optional<Instant> lastEventAt) {}

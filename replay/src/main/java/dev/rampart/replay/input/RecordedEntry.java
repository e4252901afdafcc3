package dev.rampart.replay.input;

import java.time.Instant;

/**
 * A line of a recording that was read.
 *
 * @param number of the line in its file, from 1
 * @param at the time of the line; that of the line before it if it tells none
 */
public record RecordedEntry(String file, long number, Instant at, LineOutcome outcome) {}

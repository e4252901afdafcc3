package dev.rampart.domain.detection.trail;

import java.time.Instant;
import java.util.List;

/**
 * What was found in the logs.
 *
 * @param entries newest first
 * @param completeSince nothing after this time is missing; before it, the search had no time left
 */
public record GateTrail(List<GateEntry> entries, Instant completeSince) {
  public GateTrail {
    entries = List.copyOf(entries);
  }
}

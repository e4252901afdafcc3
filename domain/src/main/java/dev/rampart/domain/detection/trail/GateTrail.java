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

  /**
   * Returns the newest entries that say what became of a request, completed by the gateway's lines.
   *
   * @param without an outcome that is left out
   * @param countMax how many are returned at most
   */
  public List<GateEntry> newest(RequestOutcome without, int countMax) {
    GatewayLines gateway = GatewayLines.of(entries);
    return entries.stream()
        .filter(entry -> entry.isConclusive() && entry.outcome() != without)
        .limit(countMax)
        .map(gateway::complete)
        .toList();
  }
}

package dev.rampart.domain.detection.trail;

import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

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
   * Returns what tells the entries about requests of others from those about requests of a watcher:
   * the gateway's line of each says who sent it. Without that line it is one of the others.
   */
  public Predicate<GateEntry> notSentBy(Watcher watcher) {
    GatewayLines gateway = GatewayLines.of(entries);
    return entry -> !watcher.sent(gateway.about(entry));
  }

  /**
   * Returns the newest entries that say what became of a request, completed by the gateway's lines.
   *
   * @param wanted which entries are returned, as the logs have them
   * @param countMax how many are returned at most
   */
  public List<GateEntry> newest(Predicate<GateEntry> wanted, int countMax) {
    GatewayLines gateway = GatewayLines.of(entries);
    return entries.stream()
        .filter(GateEntry::isConclusive)
        .filter(wanted)
        .limit(countMax)
        .map(gateway::complete)
        .toList();
  }
}

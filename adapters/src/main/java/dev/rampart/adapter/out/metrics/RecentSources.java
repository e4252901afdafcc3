package dev.rampart.adapter.out.metrics;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The addresses that one process had signals of lately. Several processes each see a part of them,
 * so the largest of their counts is a lower bound of all.
 */
final class RecentSources {
  /** As long as the period of the alarm that counts them. */
  private static final Duration WINDOW = Duration.ofMinutes(5);

  /** Enough for any threshold; keeps memory bounded. */
  static final int SOURCES_MAX = 2_000;

  private final SequencedMap<IpAddress, Instant> lastSeen = new LinkedHashMap<>();

  /** Returns how many addresses had a signal in the minutes before the newest of these. */
  synchronized int add(List<Signal> signals) {
    Instant newest =
        signals.stream().map(Signal::observedAt).max(Instant::compareTo).orElse(Instant.MIN);
    for (Signal signal : signals) {
      signal.source().address().ifPresent(address -> put(address, signal.observedAt()));
    }
    lastSeen.values().removeIf(seen -> seen.isBefore(newest.minus(WINDOW)));
    return lastSeen.size();
  }

  private void put(IpAddress address, Instant seen) {
    Instant before = lastSeen.remove(address);
    lastSeen.putLast(address, before == null || seen.isAfter(before) ? seen : before);
    if (lastSeen.size() > SOURCES_MAX) {
      Map.Entry<IpAddress, Instant> _ = lastSeen.pollFirstEntry();
    }
  }
}

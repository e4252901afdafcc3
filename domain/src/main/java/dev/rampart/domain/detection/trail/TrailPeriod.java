package dev.rampart.domain.detection.trail;

import dev.rampart.domain.detection.signal.Gate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What was asked in one hour, or in one minute.
 *
 * @param start the full hour or minute at which it starts
 * @param passed requests and sign-ins that no gate refused
 * @param byGate those that each gate refused, or failed to answer
 * @param reported those that a gate only found suspicious
 */
public record TrailPeriod(Instant start, long passed, Map<Gate, Long> byGate, long reported) {
  public TrailPeriod {
    byGate = byGate.isEmpty() ? Map.of() : Map.copyOf(byGate);
  }

  /**
   * Counts conclusive entries by period, newest period first; periods without any are left out.
   *
   * @param length hours or minutes
   */
  public static List<TrailPeriod> count(List<GateEntry> entries, ChronoUnit length) {
    Map<Instant, Tally> periods = new TreeMap<>((a, b) -> b.compareTo(a));
    for (GateEntry entry : entries) {
      if (entry.isConclusive()) {
        periods.computeIfAbsent(entry.at().truncatedTo(length), _ -> new Tally()).add(entry);
      }
    }
    return periods.entrySet().stream()
        .map(period -> period.getValue().at(period.getKey()))
        .toList();
  }

  private static final class Tally {
    private final Map<Gate, Long> byGate = new EnumMap<>(Gate.class);
    private long passed;
    private long reported;

    void add(GateEntry entry) {
      switch (entry.outcome()) {
        case PASSED -> passed++;
        case REPORTED -> reported++;
        case REFUSED, FAILED ->
            entry.reason().gate().ifPresent(gate -> byGate.merge(gate, 1L, Long::sum));
      }
    }

    TrailPeriod at(Instant start) {
      return new TrailPeriod(start, passed, byGate, reported);
    }
  }
}

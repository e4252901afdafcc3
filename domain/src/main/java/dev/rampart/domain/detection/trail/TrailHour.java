package dev.rampart.domain.detection.trail;

import dev.rampart.domain.detection.signal.Gate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What somebody did in one hour.
 *
 * @param start the full hour at which it starts
 * @param passed requests and sign-ins that no gate refused
 * @param byGate those that each gate refused, or failed to answer
 * @param reported those that a gate only found suspicious
 */
public record TrailHour(Instant start, long passed, Map<Gate, Long> byGate, long reported) {
  public TrailHour {
    byGate = byGate.isEmpty() ? Map.of() : Map.copyOf(byGate);
  }

  /** Counts conclusive entries by hour, newest hour first; hours without any are left out. */
  public static List<TrailHour> count(List<GateEntry> entries) {
    Map<Instant, Tally> hours = new TreeMap<>((a, b) -> b.compareTo(a));
    for (GateEntry entry : entries) {
      if (entry.isConclusive()) {
        hours
            .computeIfAbsent(entry.at().truncatedTo(ChronoUnit.HOURS), _ -> new Tally())
            .add(entry);
      }
    }
    return hours.entrySet().stream().map(hour -> hour.getValue().at(hour.getKey())).toList();
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

    TrailHour at(Instant start) {
      return new TrailHour(start, passed, byGate, reported);
    }
  }
}

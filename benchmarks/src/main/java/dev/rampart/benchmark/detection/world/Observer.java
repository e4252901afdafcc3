package dev.rampart.benchmark.detection.world;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Happening;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The gates as they report: each with a clock of its own and a delay, some signals much later, some
 * twice.
 */
final class Observer {

  private record Arrival(double atMillis, Signal signal) {}

  private static final Instant EPOCH = Instant.parse("2026-03-02T00:00:00Z");
  private static final int DAYS = 300;

  private final Draw draw;
  private final Instant start;
  private final double repeated;
  private final double repeatMillis;
  private final double late;
  private final double lateMillis;
  private final Map<Gate, Long> skews = new EnumMap<>(Gate.class);
  private final Map<Gate, Double> delays = new EnumMap<>(Gate.class);
  private final List<Arrival> arrivals = new ArrayList<>();

  Observer(Draw draw) {
    this.draw = draw;
    this.start =
        EPOCH.plus(Duration.ofDays(draw.whole(0, DAYS))).plusMillis(draw.whole(0, 86_399_999));
    this.repeated = draw.log(0.0001, 0.05);
    this.repeatMillis = draw.log(1_000, 3_600_000);
    this.late = draw.log(0.0001, 0.02);
    this.lateMillis = draw.log(10_000, 1_800_000);
    double skewMax = draw.log(1, 5_000);
    double delayMax = draw.log(200, 20_000);
    for (Gate gate : Gate.values()) {
      skews.put(gate, Math.round(draw.uniform(-skewMax, skewMax)));
      delays.put(gate, draw.log(20, delayMax) + (gate == Gate.WAF ? draw.log(500, 120_000) : 0));
    }
  }

  /** Returns the signal of something that happened, and sends it off. */
  Signal report(Happening seen) {
    Gate gate = seen.point().gate();
    Signal signal =
        new Signal(
            new SignalId(draw.hex(16)),
            start.plusMillis(seen.atMillis() + skews.getOrDefault(gate, 0L)),
            gate,
            seen.point(),
            seen.source(),
            seen.request(),
            seen.evidence());
    double delay = draw.exponential(delays.getOrDefault(gate, 0.0));
    double arrival =
        seen.atMillis() + delay + (draw.chance(late) ? draw.exponential(lateMillis) : 0);
    arrivals.add(new Arrival(arrival, signal));
    if (draw.chance(repeated)) {
      arrivals.add(new Arrival(arrival + draw.exponential(repeatMillis), signal));
    }
    return signal;
  }

  /** Returns all that was reported, in order of arrival. */
  List<Signal> arrived() {
    return arrivals.stream()
        .sorted(Comparator.comparingDouble(Arrival::atMillis))
        .map(Arrival::signal)
        .toList();
  }
}

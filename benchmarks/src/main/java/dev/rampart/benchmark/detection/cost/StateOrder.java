package dev.rampart.benchmark.detection.cost;

import dev.rampart.benchmark.detection.world.World;
import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.Cell;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.ObservationId;
import dev.rampart.domain.detection.state.SubjectState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether the order of observations, repeats and the division among writers change a state. A
 * repeat may be an hour late, as is an observation itself; the store may get several at once.
 */
final class StateOrder {

  private static final long LATE_MILLIS = 3_600_000;
  private static final double REPEATED = 0.3;
  private static final double TOGETHER_MIN = 0.6;

  /** So many batches of one source, on average; more take time and show nothing. */
  private static final double BATCHES = 12;

  private record Delivery(double atMillis, Observation seen) {}

  private record Content(List<Cell> cells, Set<ObservationId> ids) {
    static Content of(SubjectState state) {
      return new Content(state.cellList(), new HashSet<>(state.ids()));
    }
  }

  private final Draw draw;
  private long small;
  private long smallBroken;
  private long large;
  private long largeBroken;

  StateOrder(Draw draw) {
    this.draw = draw;
  }

  /** Tries an order of each source's observations, and a division of them. */
  void shuffle(Map<Subject, List<Observation>> world) {
    world.values().forEach(this::shuffle);
  }

  private void shuffle(List<Observation> arrived) {
    List<Observation> once = distinct(arrived);
    Content expected = Content.of(SubjectState.of(once));
    List<Observation> order = order(once);
    boolean same =
        Content.of(SubjectState.of(order)).equals(expected)
            && Content.of(divided(order)).equals(expected);
    if (mostInHalfHour(once) <= SubjectState.IDS_MAX) {
      small++;
      smallBroken += same ? 0 : 1;
    } else {
      large++;
      largeBroken += same ? 0 : 1;
    }
  }

  private static List<Observation> distinct(List<Observation> observations) {
    Map<ObservationId, Observation> byId = new HashMap<>();
    observations.forEach(seen -> byId.putIfAbsent(seen.observationId(), seen));
    return byId.values().stream()
        .sorted(Comparator.comparingLong(Observation::timeMillis))
        .toList();
  }

  private static int mostInHalfHour(List<Observation> once) {
    Map<Long, Integer> counts = new HashMap<>();
    once.forEach(seen -> counts.merge(seen.observationId().halfHour(), 1, Integer::sum));
    return counts.values().stream().mapToInt(Integer::intValue).max().orElse(0);
  }

  private List<Observation> order(List<Observation> once) {
    List<Delivery> deliveries = new ArrayList<>(once.size());
    for (Observation seen : once) {
      do {
        deliveries.add(new Delivery(seen.timeMillis() + draw.unit() * LATE_MILLIS, seen));
      } while (draw.chance(REPEATED));
    }
    deliveries.sort(Comparator.comparingDouble(Delivery::atMillis));
    return deliveries.stream().map(Delivery::seen).toList();
  }

  /** Stores the observations in batches, as the adapter does: it adds up what each batch holds. */
  private SubjectState divided(List<Observation> order) {
    SubjectState stored = new SubjectState();
    List<Observation> batch = new ArrayList<>();
    double together = Math.max(TOGETHER_MIN, 1 - BATCHES / order.size());
    for (int i = 0; i < order.size(); i++) {
      batch.add(order.get(i));
      if (i == order.size() - 1 || !draw.chance(together)) {
        stored = stored(stored, batch);
        batch.clear();
      }
    }
    return stored;
  }

  private static SubjectState stored(SubjectState before, List<Observation> batch) {
    Set<ObservationId> ids = new HashSet<>(before.ids());
    List<Observation> unknown =
        distinct(batch).stream().filter(seen -> !ids.contains(seen.observationId())).toList();
    List<Cell> cells = new ArrayList<>(before.cellList());
    cells.addAll(SubjectState.of(unknown).cellList());
    unknown.forEach(seen -> ids.add(seen.observationId()));
    return SubjectState.of(cells, ids);
  }

  /** Returns how many states were tried, and how many of them differed, as cells of a table. */
  String cells() {
    return "%,d of %,d | %,d of %,d".formatted(smallBroken, small, largeBroken, large);
  }

  /** Tries so many orders of all sources of a world. */
  static StateOrder of(World world, int shuffles, long seed) {
    StateOrder order = new StateOrder(new Draw(seed).named("orders"));
    Map<Subject, List<Observation>> observations = SourceObservations.of(world);
    for (int i = 0; i < shuffles; i++) {
      order.shuffle(observations);
    }
    return order;
  }
}

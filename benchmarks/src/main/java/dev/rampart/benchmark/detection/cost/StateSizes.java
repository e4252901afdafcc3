package dev.rampart.benchmark.detection.cost;

import dev.rampart.benchmark.detection.world.World;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.SubjectState;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How large the stored states of sources become in a world, each at its largest. */
final class StateSizes {

  private record Sized(Subject source, int signals, int bytes, Map<Character, Integer> byType) {}

  private final List<Sized> sizes = new ArrayList<>();
  private final int staleMin;

  /** Takes how many forgotten attributes there have to be until the store removes them. */
  StateSizes(int staleMin) {
    this.staleMin = staleMin;
  }

  void add(World world) {
    SourceObservations.of(world).forEach(this::add);
  }

  private void add(Subject source, List<Observation> observations) {
    SubjectState state = new SubjectState();
    StoredSize stored = new StoredSize(source, staleMin);
    Sized largest = new Sized(source, 0, 0, Map.of());
    int signals = 0;
    for (Observation observation : observations) {
      if (state.add(observation)) {
        signals++;
        stored.store(state);
        if (stored.bytes() > largest.bytes()) {
          largest = new Sized(source, signals, stored.bytes(), stored.bytesByType());
        }
      }
    }
    sizes.add(new Sized(source, signals, largest.bytes(), largest.byType()));
  }

  void print(PrintStream out) {
    Quantiles bytes = new Quantiles(sizes.stream().mapToLong(Sized::bytes).toArray());
    out.printf(
        Locale.ROOT,
        "%n| bytes of a stored source, of %,d | median | p90 | p99 | largest | above 1 KB |%n"
            + "|---|---|---|---|---|---|%n",
        sizes.size());
    out.printf(
        "| what is forgotten is removed when there are %d attributes | %d | %d | %d | %d | %d |%n",
        staleMin,
        bytes.median(),
        bytes.at(0.9),
        bytes.at(0.99),
        bytes.max(),
        sizes.stream().filter(one -> one.bytes() > 1_024).count());
    List<Sized> ascending = new ArrayList<>(sizes);
    ascending.sort(Comparator.comparingInt(Sized::bytes));
    out.printf(
        "%n| by the letter of names; 0: the key, q: ids | signals | bytes | of them |%n"
            + "|---|---|---|---|%n");
    print(out, "median", ascending.get((ascending.size() - 1) / 2));
    print(out, "p90", ascending.get((ascending.size() - 1) * 9 / 10));
    print(out, "p99", ascending.get((ascending.size() - 1) * 99 / 100));
    print(out, "largest", ascending.getLast());
  }

  private static void print(PrintStream out, String title, Sized one) {
    out.printf(
        "| %s | %d | %d | %s |%n", title, one.signals(), one.bytes(), new TreeMap<>(one.byType()));
  }
}

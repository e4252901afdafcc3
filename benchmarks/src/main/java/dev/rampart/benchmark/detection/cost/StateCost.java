package dev.rampart.benchmark.detection.cost;

import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.Program;
import dev.rampart.benchmark.detection.world.Seeds;
import dev.rampart.benchmark.detection.world.World;
import dev.rampart.domain.detection.state.SubjectState;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.regex.Pattern;

/** Says how large the stored states of sources are, and whether the order of signals matters. */
public final class StateCost {

  private static final String SEEDS_DEFAULT = "1-20";
  private static final int SHUFFLED_WORLDS = 3;

  /** What the adapter waits for until it removes what is forgotten. */
  private static final int STALE_MIN = 16;

  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
  private static final String SHUFFLES_DEFAULT = "1000";

  private StateCost() {}

  /** Arguments: {@code --seeds A-B}, by default {@code 1-20}, and {@code --shuffles N}. */
  public static void main(String[] args) throws IOException {
    Program.run("detection", args, StateCost::run);
  }

  private static void run(Arguments arguments, PrintStream out) {
    Seeds seeds = Seeds.option(arguments, SEEDS_DEFAULT);
    String typed = arguments.option("--shuffles");
    String shuffles = typed.isEmpty() ? SHUFFLES_DEFAULT : typed;
    arguments.words(0, 0);
    if (!NUMBER.matcher(shuffles).matches()) {
      throw new IllegalArgumentException("shuffles are a number, not " + shuffles);
    }
    sizes(seeds, out);
    orders(seeds, Integer.parseInt(shuffles), out);
  }

  private static void sizes(Seeds seeds, PrintStream out) {
    for (int staleMin : List.of(STALE_MIN, 1)) {
      StateSizes sizes = new StateSizes(staleMin);
      for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
        sizes.add(World.of(seed));
      }
      sizes.print(out);
    }
  }

  private static void orders(Seeds seeds, int shuffles, PrintStream out) {
    out.printf(
        "%n| states that differ after %d orders | up to %d signals in each half hour | more |%n"
            + "|---|---|---|%n",
        shuffles, SubjectState.IDS_MAX);
    long last = Math.min(seeds.last(), seeds.first() + SHUFFLED_WORLDS - 1);
    for (long seed = seeds.first(); seed <= last; seed++) {
      StateOrder order = StateOrder.of(World.of(seed), shuffles, seed);
      out.printf("| world %d | %s |%n", seed, order.cells());
    }
  }
}

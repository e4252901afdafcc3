package dev.rampart.benchmark.detection.cost;

import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.Program;
import dev.rampart.benchmark.detection.peer.Peer;
import dev.rampart.benchmark.detection.world.Seeds;
import dev.rampart.benchmark.detection.world.World;
import dev.rampart.domain.detection.signal.Signal;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Times our engine beside the rules of the peers, on one thread and on the same signals. */
public final class EngineSpeed {

  private static final String SEEDS_DEFAULT = "1-8";
  private static final int WARM_UP_ROUNDS = 6;
  private static final int ROUNDS = 9;
  private static final double MICRO = 1e3;

  private EngineSpeed() {}

  /** Arguments: {@code --seeds A-B}, by default {@code 1-8}. */
  public static void main(String[] args) throws IOException {
    Program.run("detection", args, EngineSpeed::run);
  }

  private static void run(Arguments arguments, PrintStream out) {
    Seeds seeds = Seeds.option(arguments, SEEDS_DEFAULT);
    arguments.words(0, 0);
    measure(seeds.worlds(), out);
  }

  private static void measure(List<World> worlds, PrintStream out) {
    List<List<Signal>> streams = worlds.stream().map(World::signals).toList();
    long sources = worlds.stream().mapToLong(EngineSpeed::sources).sum();
    List<RuleTiming> timings =
        Peer.all().stream().map(peer -> new RuleTiming(peer, streams)).toList();
    for (int round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
      boolean measured = round >= WARM_UP_ROUNDS;
      timings.forEach(timing -> timing.round(measured));
    }
    out.printf(
        Locale.ROOT,
        "%,d signals of %,d sources in %d worlds, one thread, JDK %s; the clock's %d ns are"
            + " subtracted%n%n",
        streams.stream().mapToLong(List::size).sum(),
        sources,
        worlds.size(),
        Runtime.version(),
        RuleTiming.clockNanos());
    out.println(
        "| | signals a second of CPU | signals a second | median, µs | p99, µs | p99.9, µs |"
            + " largest, µs | bytes allocated a signal | heap a source, bytes |");
    out.println("|---|---|---|---|---|---|---|---|---|");
    timings.forEach(timing -> print(timing, sources, out));
  }

  private static long sources(World world) {
    return world.signals().stream()
        .flatMap(signal -> signal.source().address().stream())
        .map(address -> address.site())
        .distinct()
        .count();
  }

  private static void print(RuleTiming timing, long sources, PrintStream out) {
    Quantiles singly = timing.singly();
    out.printf(
        Locale.ROOT,
        "| %s | %,.0f | %,.0f | %.2f | %.2f | %.1f | %.0f | %,d | %,d |%n",
        timing.name(),
        timing.perCpuSecond(),
        timing.perSecond(),
        singly.median() / MICRO,
        singly.at(0.99) / MICRO,
        singly.at(0.999) / MICRO,
        singly.max() / MICRO,
        timing.allocatedBytes(),
        timing.heldBytes() / sources);
  }
}

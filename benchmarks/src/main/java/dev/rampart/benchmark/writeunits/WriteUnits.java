package dev.rampart.benchmark.writeunits;

import dev.rampart.adapter.out.dynamodb.DynamoDbStateStore;
import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.Program;
import dev.rampart.benchmark.detection.world.Seeds;
import dev.rampart.benchmark.detection.world.World;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.usecase.SignalAssessment;
import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * Counts the write and read units that states cost in the local tables, which count them as
 * DynamoDB does. Batches are taken in order of arrival, by one writer.
 */
public final class WriteUnits {
  private static final String SEEDS_DEFAULT = "1-3";
  private static final List<Integer> BATCHES = List.of(1, 10, 100, 1_000);

  /** Of a world, from its middle on: batches of one take a call for each state. */
  private static final int SIGNALS_MAX = 3_000;

  private static final KeyedHash HASH = KeyedHash.of("benchmark");

  private WriteUnits() {}

  /** Arguments: {@code --seeds A-B}, by default {@code 1-3}. */
  public static void main(String[] args) throws IOException {
    Program.run("detection", args, WriteUnits::run);
  }

  private static void run(Arguments arguments, PrintStream out) {
    Seeds seeds = Seeds.option(arguments, SEEDS_DEFAULT);
    arguments.words(0, 0);
    out.printf(
        "%n| signals in a batch | signals | write units a signal | read units a signal | calls a"
            + " signal | refused |%n|---|---|---|---|---|---|%n");
    for (int batch : BATCHES) {
      try (MeteredTables tables = MeteredTables.start(InstantSource.system())) {
        int signals = 0;
        for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
          signals += take(World.of(seed).signals(), batch, tables);
        }
        double count = signals;
        out.printf(
            Locale.ROOT,
            "| %,d | %,d | %.2f | %.2f | %.2f | %,d |%n",
            batch,
            signals,
            tables.writeUnits() / count,
            tables.readUnits() / count,
            tables.calls() / count,
            tables.refused());
      }
    }
  }

  /** Takes some signals of a world into states of their own, and returns how many. */
  private static int take(List<Signal> world, int batch, MeteredTables tables) {
    int from = Math.max(0, world.size() / 2 - SIGNALS_MAX / 2);
    List<Signal> signals = world.subList(from, Math.min(world.size(), from + SIGNALS_MAX));
    DynamoDbStateStore states = new DynamoDbStateStore(tables.client(), tables.create());
    DetectionEngine engine = new DetectionEngine(Detectors.standard());
    for (int i = 0; i < signals.size(); i += batch) {
      List<Signal> some = signals.subList(i, Math.min(signals.size(), i + batch));
      new SignalAssessment(states, engine, HASH).assess(Signal.distinct(some));
    }
    return signals.size();
  }
}

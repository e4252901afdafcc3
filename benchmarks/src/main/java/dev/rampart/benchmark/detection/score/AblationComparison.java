package dev.rampart.benchmark.detection.score;

import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.Program;
import dev.rampart.benchmark.detection.peer.Peer;
import dev.rampart.benchmark.detection.reallog.LogResult;
import dev.rampart.benchmark.detection.reallog.LogSuite;
import dev.rampart.benchmark.detection.world.Seeds;
import dev.rampart.benchmark.detection.world.World;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what each detector, and each thing that signals tell, is worth. */
public final class AblationComparison {

  private static final String SEEDS_DEFAULT = "1-20";

  private AblationComparison() {}

  /** Arguments: {@code --seeds A-B}, by default {@code 1-20}, and {@code --real CORPORA}. */
  public static void main(String[] args) throws IOException {
    Program.run("detection", args, AblationComparison::run);
  }

  private static void run(Arguments arguments, PrintStream out) throws IOException {
    Seeds seeds = Seeds.option(arguments, SEEDS_DEFAULT);
    String folder = arguments.option("--real");
    arguments.words(0, 0);
    Optional<LogSuite> logs =
        folder.isEmpty() ? Optional.empty() : Optional.of(LogSuite.read(Path.of(folder)));
    new AblationTable(out).print(rows(seeds, logs));
  }

  private static List<AblationTable.Row> rows(Seeds seeds, Optional<LogSuite> logs) {
    List<Peer> ablations = Ablation.all();
    List<PeerScore> scores = new ArrayList<>();
    ablations.forEach(ablation -> scores.add(new PeerScore(ablation.name())));
    for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
      World world = World.of(seed);
      for (int i = 0; i < ablations.size(); i++) {
        scores.get(i).add(WorldReplay.of(world, ablations.get(i).fresh().get()));
      }
    }
    List<AblationTable.Row> rows = new ArrayList<>();
    for (int i = 0; i < ablations.size(); i++) {
      Peer ablation = ablations.get(i);
      List<LogResult> results = logs.map(suite -> suite.score(ablation)).orElse(List.of());
      rows.add(new AblationTable.Row(scores.get(i), results));
    }
    return rows;
  }
}

package dev.rampart.benchmark.detection.score;

import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.Program;
import dev.rampart.benchmark.detection.peer.Peer;
import dev.rampart.benchmark.detection.world.Seeds;
import dev.rampart.benchmark.detection.world.World;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Compares all peers on the worlds of some seeds. */
public final class WorldComparison {

  private static final String SEEDS_DEFAULT = "1-20";

  private WorldComparison() {}

  /** Arguments: {@code --seeds A-B}, by default {@code 1-20}. */
  public static void main(String[] args) throws IOException {
    Program.run("detection", args, WorldComparison::run);
  }

  private static void run(Arguments arguments, PrintStream out) {
    Seeds seeds = Seeds.option(arguments, SEEDS_DEFAULT);
    arguments.words(0, 0);
    compare(seeds, out);
  }

  private static void compare(Seeds seeds, PrintStream out) {
    List<Peer> peers = Peer.all();
    List<PeerScore> scores = new ArrayList<>();
    peers.forEach(peer -> scores.add(new PeerScore(peer.name())));
    out.println("| seed | signals | erring honest sources | campaigns | fingerprint |");
    out.println("|---|---|---|---|---|");
    for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
      World world = World.of(seed);
      out.printf(
          "| %d | %d | %d | %d | %s |%n",
          seed,
          world.signals().size(),
          world.erringSources(),
          world.campaigns().size(),
          world.fingerprint());
      for (int i = 0; i < peers.size(); i++) {
        scores.get(i).add(WorldReplay.of(world, peers.get(i).fresh().get()));
      }
    }
    out.println();
    new ScoreTable(scores, out).print();
  }
}

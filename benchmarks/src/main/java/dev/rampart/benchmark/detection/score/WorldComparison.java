package dev.rampart.benchmark.detection.score;

import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.detection.peer.Peer;
import dev.rampart.benchmark.detection.world.World;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares all peers on the worlds of some seeds. */
public final class WorldComparison {

  private static final Pattern SEEDS = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
  private static final String SEEDS_DEFAULT = "1-20";

  private record Seeds(long first, long last) {
    static Seeds parse(String text) {
      Matcher matcher = SEEDS.matcher(text);
      if (!matcher.matches()) {
        throw new IllegalArgumentException("seeds are two numbers, such as 1-20, not " + text);
      }
      return new Seeds(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2)));
    }
  }

  private WorldComparison() {}

  /** Arguments: {@code --seeds A-B}, by default {@code 1-20}. */
  public static void main(String[] args) {
    try {
      Arguments arguments = new Arguments(args);
      String typed = arguments.option("--seeds");
      arguments.words(0, 0);
      Seeds seeds = Seeds.parse(typed.isEmpty() ? SEEDS_DEFAULT : typed);
      compare(seeds, new PrintStream(System.out, true, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      System.err.println("detection: " + e.getMessage());
      System.exit(2);
    }
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

package dev.rampart.benchmark.detection.score;

import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.Program;
import dev.rampart.benchmark.detection.peer.Peer;
import dev.rampart.benchmark.detection.world.Campaign;
import dev.rampart.benchmark.detection.world.World;
import dev.rampart.domain.detection.signal.Signal;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** Prints the campaigns of one world, and after how many signals which peer found them. */
public final class WorldListing {

  private static final Pattern SEED = Pattern.compile("\\d{1,9}");

  private WorldListing() {}

  /** Arguments: the seed. */
  public static void main(String[] args) throws IOException {
    Program.run("detection", args, WorldListing::run);
  }

  private static void run(Arguments arguments, PrintStream out) {
    String seed = arguments.words(1, 1).getFirst();
    if (!SEED.matcher(seed).matches()) {
      throw new IllegalArgumentException("a seed is a number, not " + seed);
    }
    list(World.of(Long.parseLong(seed)), out);
  }

  private static void list(World world, PrintStream out) {
    List<Peer> peers = Peer.all();
    List<WorldScore> scores =
        peers.stream().map(peer -> WorldReplay.of(world, peer.fresh().get())).toList();
    StringBuilder heading = new StringBuilder("| campaign | signals | addresses | minutes |");
    peers.forEach(peer -> heading.append(' ').append(peer.name()).append(" |"));
    out.println(heading);
    out.println("|---".repeat(peers.size() + 4) + "|");
    for (int i = 0; i < world.campaigns().size(); i++) {
      Campaign campaign = world.campaigns().get(i);
      StringBuilder line =
          new StringBuilder("| ")
              .append(campaign.family())
              .append(" | ")
              .append(campaign.signals().size())
              .append(" | ")
              .append(addresses(campaign))
              .append(" | ")
              .append(Duration.between(campaign.from(), campaign.to()).toMinutes())
              .append(" |");
      for (WorldScore score : scores) {
        int delay = score.campaigns().get(i).delay();
        line.append(' ').append(delay == 0 ? "-" : Integer.toString(delay)).append(" |");
      }
      out.println(line);
    }
  }

  private static long addresses(Campaign campaign) {
    return campaign.signals().stream()
        .map(Signal::source)
        .flatMap(source -> source.address().stream())
        .distinct()
        .count();
  }
}

package dev.rampart.benchmark.detection.blocking;

import dev.rampart.benchmark.Arguments;
import dev.rampart.benchmark.Program;
import dev.rampart.benchmark.detection.world.Campaign;
import dev.rampart.benchmark.detection.world.Seeds;
import dev.rampart.benchmark.detection.world.World;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.response.ProposalReason;
import dev.rampart.domain.detection.response.ResponsePolicy;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.io.IOException;
import java.io.PrintStream;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts whom the automatic response blocks: attackers, honest sources, and addresses that
 * attackers share with honest people.
 */
public final class BlockingScore {
  private static final String SEEDS_DEFAULT = "1-100";

  private int worlds;
  private long honest;
  private long attackers;
  private int blockedHonest;
  private int blockedAttackers;
  private int blockedShared;
  private int campaigns;
  private int blockedCampaigns;
  private final Map<String, Integer> wrong = new TreeMap<>();
  private final Map<ProposalReason, Integer> proposals = new EnumMap<>(ProposalReason.class);

  private BlockingScore() {}

  /** Arguments: {@code --seeds A-B}, by default {@code 1-100}. */
  public static void main(String[] args) throws IOException {
    Program.run("detection", args, BlockingScore::run);
  }

  private static void run(Arguments arguments, PrintStream out) {
    Seeds seeds = Seeds.option(arguments, SEEDS_DEFAULT);
    arguments.words(0, 0);
    BlockingScore score = of(seeds);
    score.print(out);
  }

  /** Returns the score over the worlds of some seeds. */
  static BlockingScore of(Seeds seeds) {
    BlockingScore score = new BlockingScore();
    for (long seed = seeds.first(); seed <= seeds.last(); seed++) {
      World world = World.of(seed);
      score.add(world, BlockedWorld.of(world, ResponsePolicy.STANDARD));
    }
    return score;
  }

  private void add(World world, BlockedWorld response) {
    Set<Subject> hostile = new HashSet<>();
    for (Campaign campaign : world.campaigns()) {
      Set<Subject> addresses = addresses(campaign);
      hostile.addAll(addresses);
      campaigns += addresses.isEmpty() ? 0 : 1;
      blockedCampaigns += addresses.stream().anyMatch(response.blocked()::containsKey) ? 1 : 0;
    }
    worlds++;
    honest += world.erringSources();
    attackers += hostile.size();
    response.blocked().forEach((subject, by) -> judge(world, hostile, subject, by));
    response.proposals().forEach((reason, count) -> proposals.merge(reason, count, Integer::sum));
  }

  private void judge(World world, Set<Subject> hostile, Subject subject, DetectorKind by) {
    String trap = world.traps().getOrDefault(subject, "nobody");
    if (!hostile.contains(subject)) {
      blockedHonest++;
      wrong.merge(by.name() + " of " + trap, 1, Integer::sum);
    } else if (world.traps().containsKey(subject)) {
      blockedShared++;
      wrong.merge(by.name() + " of attacker and " + trap, 1, Integer::sum);
    } else {
      blockedAttackers++;
    }
  }

  private static Set<Subject> addresses(Campaign campaign) {
    Set<Subject> addresses = new HashSet<>(campaign.subjects());
    addresses.removeIf(subject -> subject.kind() != SubjectKind.IP);
    return addresses;
  }

  /** Returns how many honest sources were blocked, of those that no attacker shares. */
  int blockedHonest() {
    return blockedHonest;
  }

  /** Returns how many sources of attackers were blocked, of those that no honest client shares. */
  int blockedAttackers() {
    return blockedAttackers;
  }

  private void print(PrintStream out) {
    out.println("| what | of | blocked |");
    out.println("|---|---|---|");
    out.printf("| honest sources that err, %d worlds | %d | %d |%n", worlds, honest, blockedHonest);
    out.printf("| sources of attackers | %d | %d |%n", attackers, blockedAttackers);
    out.printf("| sources that both use | | %d |%n", blockedShared);
    out.printf(
        "| campaigns with an address, one blocked | %d | %d |%n", campaigns, blockedCampaigns);
    wrong.forEach((who, count) -> out.printf("%n%s: %d", who, count));
    proposals.forEach(
        (reason, count) -> out.printf("%nproposed, %s: %d", reason.wireName(), count));
    out.println();
  }
}

package dev.rampart.benchmark.detection.score;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Prints the scores of all peers side by side, wins and losses alike. */
final class ScoreTable {

  private static final double MEDIAN = 0.5;
  private static final double NINETY_PERCENT = 0.9;

  private final List<PeerScore> peers;
  private final PrintStream out;

  ScoreTable(List<PeerScore> peers, PrintStream out) {
    this.peers = peers;
    this.out = out;
  }

  void print() {
    row("", PeerScore::name);
    out.println("|---".repeat(peers.size() + 1) + "|");
    row("recall", peer -> share(peer.recall()));
    row("precision of incidents", peer -> share(peer.precision()));
    row("precision, each campaign once", peer -> share(peer.precisionByCampaign()));
    row("false incidents per 1,000 erring honest sources", peer -> decimal(peer.falsePerSources()));
    row("honest sources blocked, a world", peer -> decimal(peer.blockedPerWorld()));
    row("median delay, signals", peer -> delay(peer.delay(MEDIAN)));
    row("p90 delay, signals", peer -> delay(peer.delay(NINETY_PERCENT)));
    for (String family : families()) {
      row("recall: " + family, peer -> share(peer.recalls().getOrDefault(family, Double.NaN)));
    }
    peers.forEach(this::falseIncidents);
  }

  private Set<String> families() {
    Set<String> families = new TreeSet<>();
    peers.forEach(peer -> families.addAll(peer.recalls().keySet()));
    return families;
  }

  private void falseIncidents(PeerScore peer) {
    Map<WorldScore.Incident, Long> counts = peer.falseIncidents();
    if (counts.isEmpty()) {
      return;
    }
    out.printf(
        "%nFalse incidents of %s:%n%n| alert | trap | incidents |%n|---|---|---|%n", peer.name());
    counts.entrySet().stream()
        .sorted(
            Map.Entry.<WorldScore.Incident, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(entry -> entry.getKey().toString()))
        .forEach(
            entry ->
                out.printf(
                    "| %s | %s | %d |%n",
                    entry.getKey().alert(), entry.getKey().trap(), entry.getValue()));
  }

  private void row(String title, Function<PeerScore, String> cell) {
    StringBuilder line = new StringBuilder("| ").append(title).append(" |");
    peers.forEach(peer -> line.append(' ').append(cell.apply(peer)).append(" |"));
    out.println(line);
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  private static String decimal(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.1f", value);
  }

  private static String delay(int signals) {
    return signals == 0 ? "-" : Integer.toString(signals);
  }
}

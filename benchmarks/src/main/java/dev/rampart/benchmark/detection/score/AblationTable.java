package dev.rampart.benchmark.detection.score;

import dev.rampart.benchmark.detection.reallog.LogResult;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what is left without each part, beside the whole. */
final class AblationTable {

  /** Differences below this are printed as none. */
  private static final double VISIBLE = 0.0005;

  /**
   * One row.
   *
   * @param logs what is left on recorded logs; empty if none were read
   */
  record Row(PeerScore score, List<LogResult> logs) {}

  private final PrintStream out;

  AblationTable(PrintStream out) {
    this.out = out;
  }

  void print(List<Row> rows) {
    out.println(
        "| without | recall | precision | each campaign once | false per 1,000 | families that"
            + " change | recorded logs | worth |");
    out.println("|---|---|---|---|---|---|---|---|");
    Row whole = rows.getFirst();
    rows.forEach(row -> print(row, whole));
  }

  private void print(Row row, Row whole) {
    PeerScore score = row.score();
    out.println(
        "| "
            + String.join(
                " | ",
                score.name(),
                share(score.recall()),
                share(score.precision()),
                share(score.precisionByCampaign()),
                String.format(Locale.ROOT, "%.2f", score.falsePerSources()),
                families(score, whole.score()),
                logs(row.logs()),
                row.equals(whole) ? "" : worth(row, whole))
            + " |");
  }

  private static String families(PeerScore score, PeerScore whole) {
    List<String> changes = new ArrayList<>();
    whole
        .recalls()
        .forEach(
            (family, before) -> {
              double change = score.recalls().getOrDefault(family, 0.0) - before;
              if (Math.abs(change) > VISIBLE) {
                changes.add(family + String.format(Locale.ROOT, " %+.3f", change));
              }
            });
    return String.join(", ", changes);
  }

  /** Returns hostile sources found with enough signals to ask for it, and others accused. */
  private static String logs(List<LogResult> results) {
    String found = joined(results.stream().map(log -> log.foundOfModelled().part()).toList());
    String wronged = joined(results.stream().map(log -> log.wronged().part()).toList());
    return results.isEmpty() ? "-" : found + ", falsely " + wronged;
  }

  private static String joined(List<Long> numbers) {
    return numbers.stream().map(number -> Long.toString(number)).collect(Collectors.joining("/"));
  }

  private static String worth(Row row, Row whole) {
    PeerScore left = row.score();
    PeerScore before = whole.score();
    boolean sameLogs = row.logs().equals(whole.logs());
    boolean loses = before.recall() - left.recall() > VISIBLE || !losesNone(left, before);
    boolean accuses = left.falsePerSources() > before.falsePerSources();
    boolean accusesLess = left.falsePerSources() < before.falsePerSources();
    if (loses || accuses || !sameLogs) {
      return accusesLess ? "costs false incidents" : "";
    }
    return accusesLess ? "**better without**" : "**costs nothing to leave out**";
  }

  private static boolean losesNone(PeerScore left, PeerScore before) {
    Map<String, Double> recalls = left.recalls();
    return before.recalls().entrySet().stream()
        .allMatch(entry -> recalls.getOrDefault(entry.getKey(), 0.0) >= entry.getValue() - VISIBLE);
  }

  private static String share(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}

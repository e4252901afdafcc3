package dev.rampart.benchmark.inspection.accuracy;

import static dev.rampart.benchmark.inspection.accuracy.Rate.percent;

import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints a {@link AccuracyScore}, wins and losses alike. */
final class AccuracyTable {

  private static final int WEAKEST = 12;

  private final AccuracyScore all;
  private final AccuracyScore once;
  private final PrintStream out;

  AccuracyTable(List<JudgedRow> judged, PrintStream out) {
    this.all = new AccuracyScore(judged, false);
    this.once = new AccuracyScore(judged, true);
    this.out = out;
  }

  void print() {
    averages();
    classes();
    groups();
    evasions();
    made();
    sources();
    weakest();
  }

  private void averages() {
    row("average %", "all rows", "near-duplicates once");
    row("BA4", percent(all.balanced(4)), percent(once.balanced(4)));
    row("BA10", percent(all.balanced(10)), percent(once.balanced(10)));
    row("TPR4", percent(all.truePositives(4)), percent(once.truePositives(4)));
    row("TPR10", percent(all.truePositives(10)), percent(once.truePositives(10)));
  }

  private void classes() {
    row("\nattacks refused %", "all rows", "near-duplicates once", "rows", "named rightly %");
    for (String attack : AccuracyScore.CLASSES) {
      Rate rate = all.refused(attack);
      row(attack, rate, once.refused(attack), rate.rows(), all.named(attack));
    }
  }

  private void groups() {
    row("\nhonest text refused %", "all rows", "near-duplicates once", "rows");
    for (BenignGroup group : BenignGroup.values()) {
      Rate rate = all.refused(group);
      row(group.name().toLowerCase(Locale.ROOT), rate, once.refused(group), rate.rows());
    }
  }

  private void evasions() {
    row("\nevasions refused %", "all rows", "", "rows");
    row("all", all.evaded(true), "", all.evaded(true).rows());
    row("without b64", all.evaded(false), "", all.evaded(false).rows());
    all.evasions().forEach((transform, rate) -> row(transform, rate, "", rate.rows()));
  }

  private void made() {
    row("\nrefused % of rows of our own grammars", "all rows", "", "rows");
    all.made().forEach((source, rate) -> row(source, rate, "", rate.rows()));
  }

  private void sources() {
    row("\nrefused % by source", "all rows", "near-duplicates once", "rows");
    Map<AccuracyScore.Cell, Rate> grouped = once.cells();
    all.cells()
        .forEach(
            (cell, rate) -> row(name(cell), rate, grouped.getOrDefault(cell, rate), rate.rows()));
  }

  private void weakest() {
    row("\nweakest, of " + AccuracyScore.ROWS_MIN + " rows at least", "refused %", "", "rows");
    List<Map.Entry<AccuracyScore.Cell, Rate>> large =
        all.cells().entrySet().stream()
            .filter(entry -> entry.getValue().rows() >= AccuracyScore.ROWS_MIN)
            .sorted(Comparator.comparingDouble(AccuracyTable::wrong).reversed())
            .limit(WEAKEST)
            .toList();
    large.forEach(
        entry -> row(name(entry.getKey()), entry.getValue(), "", entry.getValue().rows()));
  }

  private static double wrong(Map.Entry<AccuracyScore.Cell, Rate> entry) {
    double rate = entry.getValue().value();
    return entry.getKey().isHonest() ? rate : 1 - rate;
  }

  private static String name(AccuracyScore.Cell cell) {
    return (cell.isHonest() ? "honest" : cell.attack()) + " " + cell.source();
  }

  private void row(String name, Object... columns) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-38s", name));
    int[] widths = new int[] {9, 21, 7, 16};
    for (int i = 0; i < columns.length; i++) {
      line.append(String.format(Locale.ROOT, "%" + widths[i] + "s", columns[i]));
    }
    out.println(line.toString().stripTrailing());
  }
}

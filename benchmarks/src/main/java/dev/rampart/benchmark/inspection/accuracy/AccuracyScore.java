package dev.rampart.benchmark.inspection.accuracy;

import dev.rampart.benchmark.inspection.corpus.GeneratedRows;
import dev.rampart.benchmark.inspection.corpus.LabelledRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The figures of a judged corpus. Strict rows count, each pair of label and payload once, for the
 * first source that has it; evasions and rows of our own grammars are counted apart. A class's rate
 * is the mean over the sources with at least {@link #ROWS_MIN} rows of it, else that of all its
 * rows; a group's rate is the mean over its sources.
 */
final class AccuracyScore {

  /** Classes in the order of the averages: over the first four, and over all ten. */
  static final List<String> CLASSES =
      List.of("sqli", "xss", "cmdi", "path", "nosql", "ldap", "ssti", "jndi", "xxe", "ssrf");

  /** Sources with fewer rows of a class say too little to stand alone. */
  static final int ROWS_MIN = 20;

  static final String EVASIONS = "evasions";
  private static final String HONEST = "-";
  private static final String BASE64 = "b64";

  /**
   * The rows of one class in one source.
   *
   * @param attack the class, or {@code -} for honest text
   */
  record Cell(String attack, String source) {
    boolean isHonest() {
      return attack.equals(HONEST);
    }
  }

  private final Map<Cell, List<JudgedRow>> cells =
      new TreeMap<>(Comparator.comparing(Cell::attack).thenComparing(Cell::source));
  private final Map<String, List<JudgedRow>> evasions = new TreeMap<>();
  private final Map<String, List<JudgedRow>> made = new TreeMap<>();
  private final boolean duplicatesOnce;

  /** Takes rows in the order of their files. */
  AccuracyScore(List<JudgedRow> judged, boolean duplicatesOnce) {
    this.duplicatesOnce = duplicatesOnce;
    record Seen(boolean attack, String payload) {}
    Set<Seen> seen = new HashSet<>();
    for (JudgedRow one : judged) {
      LabelledRow row = one.row();
      if (row.source().equals(EVASIONS)) {
        evasions.computeIfAbsent(row.transform(), _ -> new ArrayList<>()).add(one);
      } else if (row.source().startsWith(GeneratedRows.SOURCE)) {
        made.computeIfAbsent(row.source(), _ -> new ArrayList<>()).add(one);
      } else if (row.strict() && seen.add(new Seen(row.isAttack(), row.payload()))) {
        cells
            .computeIfAbsent(new Cell(row.attack(), row.source()), _ -> new ArrayList<>())
            .add(one);
      }
    }
  }

  /** Returns how many rows are refused, of each class and source. */
  Map<Cell, Rate> cells() {
    Map<Cell, Rate> rates =
        new TreeMap<>(Comparator.comparing(Cell::attack).thenComparing(Cell::source));
    cells.forEach((cell, rows) -> rates.put(cell, rate(rows)));
    return rates;
  }

  /** True positives of a class. */
  Rate refused(String attack) {
    List<Map.Entry<Cell, List<JudgedRow>>> mine =
        cells.entrySet().stream().filter(e -> e.getKey().attack().equals(attack)).toList();
    List<Rate> rates = mine.stream().map(entry -> rate(entry.getValue())).toList();
    int rows = rates.stream().mapToInt(Rate::rows).sum();
    List<Double> large =
        rates.stream().filter(rate -> rate.rows() >= ROWS_MIN).map(Rate::value).toList();
    return large.isEmpty()
        ? new Rate(rate(mine.stream().flatMap(e -> e.getValue().stream()).toList()).value(), rows)
        : new Rate(Rate.mean(large), rows);
  }

  /** False positives of a group. */
  Rate refused(BenignGroup group) {
    List<Rate> rates =
        group.sources().stream()
            .map(source -> rate(cells.getOrDefault(new Cell(HONEST, source), List.of())))
            .toList();
    return new Rate(
        Rate.mean(rates.stream().map(Rate::value).toList()),
        rates.stream().mapToInt(Rate::rows).sum());
  }

  /** Mean of the true positives of the first classes. */
  double truePositives(int classes) {
    return Rate.mean(
        CLASSES.subList(0, classes).stream().map(attack -> refused(attack).value()).toList());
  }

  /** Mean of the true positives of the first classes and the true negatives of three groups. */
  double balanced(int classes) {
    double honest =
        Rate.mean(
            Stream.of(BenignGroup.FIELD, BenignGroup.TEXT, BenignGroup.HARD)
                .map(group -> refused(group).value())
                .toList());
    return (truePositives(classes) + 1 - honest) / 2;
  }

  /** Returns how many of the refused rows of a class are named by it. */
  Rate named(String attack) {
    List<JudgedRow> refused =
        cells.entrySet().stream()
            .filter(entry -> entry.getKey().attack().equals(attack))
            .flatMap(entry -> entry.getValue().stream())
            .filter(JudgedRow::refused)
            .toList();
    return Rate.of(refused, one -> one.attack().equals(attack));
  }

  /** Returns how many evasions are refused, of each transform. */
  Map<String, Rate> evasions() {
    Map<String, Rate> rates = new TreeMap<>();
    evasions.forEach((transform, rows) -> rates.put(transform, Rate.of(rows, JudgedRow::refused)));
    return rates;
  }

  /** Returns how many rows of our own grammars are refused, of each class and group. */
  Map<String, Rate> made() {
    Map<String, Rate> rates = new TreeMap<>();
    made.forEach((source, rows) -> rates.put(source, Rate.of(rows, JudgedRow::refused)));
    return rates;
  }

  /**
   * Returns how many of all evasions are refused; without Base64 on demand, which no goal counts.
   */
  Rate evaded(boolean withBase64) {
    return Rate.of(
        evasions.entrySet().stream()
            .filter(entry -> withBase64 || !entry.getKey().equals(BASE64))
            .flatMap(entry -> entry.getValue().stream())
            .toList(),
        JudgedRow::refused);
  }

  private Rate rate(List<JudgedRow> rows) {
    return duplicatesOnce
        ? Rate.grouped(rows, JudgedRow::refused, LabelledRow::group)
        : Rate.of(rows, JudgedRow::refused);
  }
}

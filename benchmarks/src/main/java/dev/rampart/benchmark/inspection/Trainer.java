package dev.rampart.benchmark.inspection;

import dev.rampart.domain.inspection.Anatomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Chooses what to learn from and how much each row counts. Rows of a corpus count so that a large
 * source does not outvote a small one; rows made from our grammars count less than found ones.
 */
final class Trainer {

  /** Whole SQL statements, which people do paste into free text. */
  private static final String SQL_STATEMENTS = "benign_sql_fixtures";

  /** They resemble attacks, so they count for little: more would let attacks pass. */
  private static final double SQL_STATEMENTS_FACTOR = 0.05;

  private static final long SEED = 7;
  private static final int ATTACKS_EACH = 20;
  private static final int HONEST_EACH = 15;
  private static final double MADE_WEIGHT = 0.15;
  private static final double KNOWN_WEIGHT = 1;
  private static final double HONEST_FACTOR = 2;
  private static final double ROWS_A_SOURCE = 300;
  private static final double WEIGHT_MAX = 8;

  private final List<Row> found;
  private final List<Row> made = Made.rows(SEED, ATTACKS_EACH, HONEST_EACH);
  private final Anatomy anatomy = new Anatomy();
  private final IdentityHashMap<Row, List<int[]>> windows = new IdentityHashMap<>();

  Trainer(List<Row> found) {
    this.found = found;
  }

  List<int[]> windows(Row row) {
    return windows.computeIfAbsent(row, _ -> anatomy.windows(row.payload()));
  }

  /** Learns from all rows that {@code use} lets through. */
  Weights learn(Predicate<Row> use) {
    List<Row> rows = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (Row row : found) {
      if (row.strict() && use.test(row)) {
        rows.add(row);
        counts.merge(key(row), 1, Integer::sum);
      }
    }
    List<Example> examples = new ArrayList<>();
    for (Row row : rows) {
      double weight = Math.sqrt(ROWS_A_SOURCE / counts.getOrDefault(key(row), 1));
      weight = Math.min(WEIGHT_MAX, weight) * factor(row);
      examples.add(new Example(windows(row), row.attack(), weight));
    }
    for (Row row : made) {
      if (!use.test(row)) {
        continue;
      }
      boolean known = row.source().endsWith(Made.KNOWN);
      double weight = known ? KNOWN_WEIGHT : MADE_WEIGHT * (row.isAttack() ? 1 : HONEST_FACTOR);
      examples.add(new Example(windows(row), row.attack(), weight));
    }
    return new Learner().learn(examples);
  }

  /** Learns from every other source, without rows that resemble one of {@code source}. */
  Weights learnWithout(String source) {
    Set<String> groups = new HashSet<>();
    for (Row row : found) {
      if (row.source().equals(source)) {
        groups.add(row.group());
      }
    }
    Set<String> left = groups;
    return learn(row -> !row.source().equals(source) && !left.contains(row.group()));
  }

  /** How much a found row counts, apart from the size of its source. */
  private static double factor(Row row) {
    if (row.isAttack()) {
      return 1;
    }
    return row.source().equals(SQL_STATEMENTS)
        ? HONEST_FACTOR * SQL_STATEMENTS_FACTOR
        : HONEST_FACTOR;
  }

  private static String key(Row row) {
    return row.source() + row.isAttack();
  }
}

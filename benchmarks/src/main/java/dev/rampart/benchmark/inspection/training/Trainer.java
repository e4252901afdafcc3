package dev.rampart.benchmark.inspection.training;

import dev.rampart.benchmark.inspection.corpus.GeneratedRows;
import dev.rampart.benchmark.inspection.corpus.LabelledRow;
import dev.rampart.domain.inspection.model.TrainingFeatures;
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
 * source does not outvote a small one; rows generated from our grammars count less than found ones.
 */
public final class Trainer {

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

  private final List<LabelledRow> found;
  private final List<LabelledRow> made = GeneratedRows.rows(SEED, ATTACKS_EACH, HONEST_EACH);
  private final TrainingFeatures anatomy = new TrainingFeatures();
  private final IdentityHashMap<LabelledRow, List<int[]>> windows = new IdentityHashMap<>();

  public Trainer(List<LabelledRow> found) {
    this.found = found;
  }

  public List<int[]> windows(LabelledRow row) {
    return windows.computeIfAbsent(row, _ -> anatomy.windows(row.payload()));
  }

  /** Learns from all rows that {@code use} lets through. */
  public Weights learn(Predicate<LabelledRow> use) {
    List<LabelledRow> rows = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    for (LabelledRow row : found) {
      if (row.strict() && use.test(row)) {
        rows.add(row);
        counts.merge(key(row), 1, Integer::sum);
      }
    }
    List<Example> examples = new ArrayList<>();
    for (LabelledRow row : rows) {
      double weight = Math.sqrt(ROWS_A_SOURCE / counts.getOrDefault(key(row), 1));
      weight = Math.min(WEIGHT_MAX, weight) * factor(row);
      examples.add(new Example(windows(row), row.attack(), weight));
    }
    for (LabelledRow row : made) {
      if (!use.test(row)) {
        continue;
      }
      boolean known = row.source().endsWith(GeneratedRows.KNOWN);
      double weight = known ? KNOWN_WEIGHT : MADE_WEIGHT * (row.isAttack() ? 1 : HONEST_FACTOR);
      examples.add(new Example(windows(row), row.attack(), weight));
    }
    return new WeightLearner().learn(examples);
  }

  /** Learns from every other source, without rows that resemble one of {@code source}. */
  public Weights learnWithout(String source) {
    Set<String> groups = new HashSet<>();
    for (LabelledRow row : found) {
      if (row.source().equals(source)) {
        groups.add(row.group());
      }
    }
    Set<String> left = groups;
    return learn(row -> !row.source().equals(source) && !left.contains(row.group()));
  }

  /** Returns how much a found row counts, apart from the size of its source. */
  private static double factor(LabelledRow row) {
    if (row.isAttack()) {
      return 1;
    }
    return row.source().equals(SQL_STATEMENTS)
        ? HONEST_FACTOR * SQL_STATEMENTS_FACTOR
        : HONEST_FACTOR;
  }

  private static String key(LabelledRow row) {
    return row.source() + row.isAttack();
  }
}

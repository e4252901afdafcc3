package dev.rampart.benchmark.inspection.accuracy;

import dev.rampart.benchmark.inspection.corpus.LabelledRow;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A share of rows.
 *
 * @param value 0 to 1; not a number if there are no rows
 * @param rows of how many
 */
record Rate(double value, int rows) {

  /** Returns the share of rows that something holds for. */
  static Rate of(List<JudgedRow> rows, Predicate<JudgedRow> holds) {
    return new Rate(
        mean(rows.stream().map(row -> holds.test(row) ? 1.0 : 0.0).toList()), rows.size());
  }

  /** Returns the same, with all rows of one key counted as one. */
  static Rate grouped(
      List<JudgedRow> rows, Predicate<JudgedRow> holds, Function<LabelledRow, String> key) {
    Map<String, List<JudgedRow>> groups = new LinkedHashMap<>();
    for (JudgedRow row : rows) {
      groups.computeIfAbsent(key.apply(row.row()), _ -> new ArrayList<>()).add(row);
    }
    List<Double> rates = groups.values().stream().map(group -> of(group, holds).value()).toList();
    return new Rate(mean(rates), rates.size());
  }

  /** Returns the mean of those that are numbers; not a number if none is. */
  static double mean(Collection<Double> values) {
    double sum = 0.0;
    int count = 0;
    for (Double value : values) {
      if (!value.isNaN()) {
        sum += value;
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }

  /** Returns a percentage with two decimals, rounded half to even; a dash if there is none. */
  static String percent(double value) {
    return Double.isNaN(value)
        ? "-"
        : new BigDecimal(100 * value).setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }

  @Override
  public String toString() {
    return percent(value);
  }
}

package dev.rampart.local.metrics.math;

import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** The operators between two values. */
enum Operator {
  OR(0, (a, b) -> truth(a != 0 || b != 0), "||", "OR"),
  AND(1, (a, b) -> truth(a != 0 && b != 0), "&&", "AND"),
  EQUAL(2, (a, b) -> truth(a == b), "=="),
  UNEQUAL(2, (a, b) -> truth(a != b), "!="),
  AT_MOST(2, (a, b) -> truth(a <= b), "<="),
  AT_LEAST(2, (a, b) -> truth(a >= b), ">="),
  LESS(2, (a, b) -> truth(a < b), "<"),
  MORE(2, (a, b) -> truth(a > b), ">"),
  PLUS(3, Double::sum, "+"),
  MINUS(3, (a, b) -> a - b, "-"),
  TIMES(4, (a, b) -> a * b, "*"),
  // A data point of a division by zero is dropped.
  DIVIDED(4, (a, b) -> b == 0 ? Double.NaN : a / b, "/"),
  POWER(5, Math::pow, "^");

  /** How many levels of binding there are. */
  static final int LEVELS = 6;

  final int level;
  private final DoubleBinaryOperator result;
  final List<String> signs;

  Operator(int level, DoubleBinaryOperator result, String... signs) {
    this.level = level;
    this.result = result;
    this.signs = List.of(signs);
  }

  double apply(double left, double right) {
    double value = result.applyAsDouble(left, right);
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  private static double truth(boolean holds) {
    return holds ? 1 : 0;
  }
}

package dev.rampart.local.metrics.math;

/** The operators between two values. */
enum Operator {
  OR(0, "||", "OR"),
  AND(1, "&&", "AND"),
  EQUAL(2, "=="),
  UNEQUAL(2, "!="),
  AT_MOST(2, "<="),
  AT_LEAST(2, ">="),
  LESS(2, "<"),
  MORE(2, ">"),
  PLUS(3, "+"),
  MINUS(3, "-"),
  TIMES(4, "*"),
  DIVIDED(4, "/"),
  POWER(5, "^");

  /** How many levels of binding there are. */
  static final int LEVELS = 6;

  final int level;
  final String sign;

  /** Another way to write it; the sign again if there is none. */
  final String word;

  Operator(int level, String sign) {
    this(level, sign, sign);
  }

  Operator(int level, String sign, String word) {
    this.level = level;
    this.sign = sign;
    this.word = word;
  }

  /** Returns the result, {@code NaN} if there is none: such a data point is dropped. */
  double apply(double left, double right) {
    return MathEvaluator.finite(
        switch (this) {
          case OR -> truth(left != 0 || right != 0);
          case AND -> truth(left != 0 && right != 0);
          case EQUAL -> truth(left == right);
          case UNEQUAL -> truth(left != right);
          case AT_MOST -> truth(left <= right);
          case AT_LEAST -> truth(left >= right);
          case LESS -> truth(left < right);
          case MORE -> truth(left > right);
          case PLUS -> left + right;
          case MINUS -> left - right;
          case TIMES -> left * right;
          case DIVIDED -> right == 0 ? Double.NaN : left / right;
          case POWER -> Math.pow(left, right);
        });
  }

  private static double truth(boolean holds) {
    return holds ? 1 : 0;
  }
}

package dev.rampart.local.metrics;

/** What CloudWatch keeps of the values of one period. */
public record Statistics(double count, double sum, double minimum, double maximum) {

  static Statistics of(double value) {
    return new Statistics(1, value, value, value);
  }

  Statistics plus(Statistics other) {
    return new Statistics(
        count + other.count,
        sum + other.sum,
        Math.min(minimum, other.minimum),
        Math.max(maximum, other.maximum));
  }

  double average() {
    return sum / count;
  }
}

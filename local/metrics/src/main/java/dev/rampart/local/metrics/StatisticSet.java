package dev.rampart.local.metrics;

/** Count, sum, least and greatest of the values of one period. */
public record StatisticSet(double count, double sum, double minimum, double maximum) {

  double average() {
    return sum / count;
  }
}

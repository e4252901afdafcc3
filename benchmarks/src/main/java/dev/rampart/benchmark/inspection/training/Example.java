package dev.rampart.benchmark.inspection.training;

import java.util.List;

/**
 * A value as the learners see it.
 *
 * @param windows the features of its windows
 * @param attack the class, or {@code -}
 * @param weight how much it counts
 */
record Example(List<int[]> windows, String attack, double weight) {

  boolean isAttack() {
    return !attack.equals("-");
  }
}

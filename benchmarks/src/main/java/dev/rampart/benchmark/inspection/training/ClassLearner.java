package dev.rampart.benchmark.inspection.training;

import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.model.TrainingFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Learns which class an attack is from its strongest window, by multinomial logistic regression.
 * Scarce classes count for more, so that an SQL injection does not outvote everything else.
 */
final class ClassLearner {

  private static final double STEP = 0.1;
  private static final double SHRINK = 1e-4;
  private static final int ROUNDS = 6;
  private static final long SEED = 5;
  private static final double ERROR_MIN = 1e-3;
  private static final double ROWS_A_CLASS = 500;
  private static final double WEIGHT_MAX = 3;

  private final int classes = Attack.values().length;
  private final float[][] weights = new float[TrainingFeatures.CLASS_SLOTS][classes];
  private final double[][] squares = new double[TrainingFeatures.CLASS_SLOTS][classes];
  private final Weights told;

  /** Takes what tells an attack from honest text, to find the window that an attack stands in. */
  ClassLearner(Weights told) {
    this.told = told;
  }

  /** Returns how much each slot speaks for each class. */
  float[][] learn(List<Example> examples) {
    for (double[] row : squares) {
      Arrays.fill(row, 1e-6);
    }
    List<Lesson> lessons = lessons(examples);
    Random random = new Random(SEED);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(lessons, random);
      lessons.forEach(this::update);
    }
    return weights;
  }

  /** An attack: the slots of its strongest window, its class, and how much it counts. */
  private record Lesson(int[] slots, int right, double weight) {}

  private List<Lesson> lessons(List<Example> examples) {
    List<Example> attacks = examples.stream().filter(Example::isAttack).toList();
    double[] counts = new double[classes];
    attacks.forEach(attack -> counts[classOf(attack)] += 1);
    List<Lesson> lessons = new ArrayList<>();
    for (Example attack : attacks) {
      int right = classOf(attack);
      double scarcity = Math.min(WEIGHT_MAX, Math.sqrt(ROWS_A_CLASS / counts[right]));
      lessons.add(new Lesson(slots(attack), right, scarcity * Math.min(1, attack.weight())));
    }
    return lessons;
  }

  private static int classOf(Example example) {
    return Attack.valueOf(example.attack().toUpperCase(Locale.ROOT)).ordinal();
  }

  private int[] slots(Example attack) {
    return Arrays.stream(told.strongest(attack.windows()))
        .map(TrainingFeatures::classSlot)
        .toArray();
  }

  private void update(Lesson lesson) {
    int[] slots = lesson.slots();
    double[] p = probabilities(slots);
    for (int k = 0; k < classes; k++) {
      double error = (p[k] - (k == lesson.right() ? 1 : 0)) * lesson.weight();
      if (Math.abs(error) >= ERROR_MIN) {
        for (int slot : slots) {
          double slope = error + SHRINK * weights[slot][k];
          squares[slot][k] += slope * slope;
          weights[slot][k] -= (float) (STEP * slope / Math.sqrt(squares[slot][k]));
        }
      }
    }
  }

  private double[] probabilities(int[] slots) {
    double[] p = new double[classes];
    for (int slot : slots) {
      for (int k = 0; k < classes; k++) {
        p[k] += weights[slot][k];
      }
    }
    double top = Arrays.stream(p).max().orElse(0);
    double sum = 0.0;
    for (int k = 0; k < classes; k++) {
      p[k] = Math.exp(p[k] - top);
      sum += p[k];
    }
    for (int k = 0; k < classes; k++) {
      p[k] /= sum;
    }
    return p;
  }
}

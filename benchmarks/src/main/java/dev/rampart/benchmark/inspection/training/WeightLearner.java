package dev.rampart.benchmark.inspection.training;

import dev.rampart.domain.inspection.model.TrainingFeatures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Logistic regression over the windows of a value: a value is an attack if its strongest window is
 * one. So an honest value teaches by its strongest window too, and prose around an attack does not
 * drown it. Adaptive steps (AdaGrad: Duchi, Hazan and Singer 2011), averaged over the later rounds
 * and over several orders of the rows; fixed seeds, one thread: the same rows give the same
 * weights.
 */
final class WeightLearner {

  private static final double STEP = 0.05;
  private static final double SHRINK = 2e-3;
  private static final int ROUNDS = 16;
  private static final int ORDERS = 4;
  private static final long SEED = 20261124;
  private static final double ERROR_MIN = 1e-4;
  private static final float WEIGHT_MAX = 4;

  /** Features in fewer windows are left out: they would be learnt by heart. */
  private static final int WINDOWS_MIN = 3;

  private final int bias = TrainingFeatures.FEATURES;
  private final float[] weights = new float[TrainingFeatures.FEATURES + 1];
  private final double[] squares = new double[TrainingFeatures.FEATURES + 1];
  private boolean[] rare = new boolean[0];

  Weights learn(List<Example> examples) {
    rare = rare(examples);
    List<Example> telling = new ArrayList<>(examples);
    telling.removeIf(example -> example.windows().isEmpty());
    double[] average = new double[weights.length];
    for (int order = 0; order < ORDERS; order++) {
      learn(telling, new Random(SEED + order), average);
    }
    float[] feature = new float[TrainingFeatures.FEATURES];
    for (int i = 0; i < feature.length; i++) {
      feature[i] = Math.clamp((float) average[i], -WEIGHT_MAX, WEIGHT_MAX);
    }
    Weights told = new Weights(feature, (float) average[bias], new float[0][]);
    return new Weights(feature, told.bias(), new ClassLearner(told).learn(telling));
  }

  /** Learns from the rows in one order, and adds its share to the average. */
  private void learn(List<Example> examples, Random random, double[] average) {
    Arrays.fill(weights, 0);
    Arrays.fill(squares, 1e-8);
    List<Example> shuffled = new ArrayList<>(examples);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(shuffled, random);
      shuffled.forEach(this::update);
      if (round >= ROUNDS / 2) {
        for (int i = 0; i < average.length; i++) {
          average[i] += weights[i] / (double) (ORDERS * (ROUNDS - ROUNDS / 2));
        }
      }
    }
  }

  private static boolean[] rare(List<Example> examples) {
    int[] seen = new int[TrainingFeatures.FEATURES];
    for (Example example : examples) {
      for (int[] window : example.windows()) {
        for (int f : window) {
          seen[f]++;
        }
      }
    }
    boolean[] rare = new boolean[seen.length];
    for (int f = 0; f < seen.length; f++) {
      rare[f] = seen[f] < WINDOWS_MIN;
    }
    return rare;
  }

  private void update(Example example) {
    int[] window = Weights.strongest(example.windows(), this::sum);
    double p = 1 / (1 + Math.exp(-sum(window)));
    double error = (p - (example.isAttack() ? 1 : 0)) * example.weight();
    if (Math.abs(error) < ERROR_MIN) {
      return;
    }
    for (int f : window) {
      if (!rare[f]) {
        move(f, error);
      }
    }
    move(bias, error);
  }

  private void move(int f, double error) {
    double slope = error + SHRINK * weights[f];
    squares[f] += slope * slope;
    weights[f] -= (float) (STEP * slope / Math.sqrt(squares[f]));
  }

  private double sum(int[] window) {
    double sum = weights[bias];
    for (int f : window) {
      sum += weights[f];
    }
    return sum;
  }
}

package dev.rampart.benchmark.inspection;

import dev.rampart.domain.inspection.Anatomy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Logistic regression over the windows of a value: a value is an attack where its strongest window
 * is one. So an honest value teaches by its strongest window too, and prose around an attack does
 * not drown it. Adaptive steps (AdaGrad: Duchi, Hazan and Singer 2011), averaged over the later
 * rounds and over several orders of the rows; fixed seeds, one thread: the same rows give the same
 * weights.
 */
final class Learner {

  private static final double STEP = 0.05;
  private static final double SHRINK = 2e-3;
  private static final int ROUNDS = 16;
  private static final int ORDERS = 4;
  private static final long SEED = 20261124;
  private static final double ERROR_MIN = 1e-4;
  private static final float WEIGHT_MAX = 4;

  /** Features in fewer windows are left out: they would be learnt by heart. */
  private static final int WINDOWS_MIN = 3;

  private final int bias = Anatomy.FEATURES;
  private final float[] weights = new float[Anatomy.FEATURES + 1];
  private final double[] squares = new double[Anatomy.FEATURES + 1];
  private boolean[] rare = new boolean[0];

  Weights learn(List<Example> examples) {
    rare = rare(examples);
    var telling = new ArrayList<>(examples);
    telling.removeIf(example -> example.windows().isEmpty());
    var average = new double[weights.length];
    for (var order = 0; order < ORDERS; order++) {
      learn(telling, new Random(SEED + order), average);
    }
    var feature = new float[Anatomy.FEATURES];
    for (var i = 0; i < feature.length; i++) {
      feature[i] = Math.clamp((float) average[i], -WEIGHT_MAX, WEIGHT_MAX);
    }
    var told = new Weights(feature, (float) average[bias], new float[0][]);
    return new Weights(feature, told.bias(), new ClassLearner(told).learn(telling));
  }

  /** Learns from the rows in one order, and adds its share to the average. */
  private void learn(List<Example> examples, Random random, double[] average) {
    Arrays.fill(weights, 0);
    Arrays.fill(squares, 1e-8);
    var shuffled = new ArrayList<>(examples);
    for (var round = 0; round < ROUNDS; round++) {
      Collections.shuffle(shuffled, random);
      shuffled.forEach(this::update);
      if (round >= ROUNDS / 2) {
        for (var i = 0; i < average.length; i++) {
          average[i] += weights[i] / (double) (ORDERS * (ROUNDS - ROUNDS / 2));
        }
      }
    }
  }

  private static boolean[] rare(List<Example> examples) {
    var seen = new int[Anatomy.FEATURES];
    for (var example : examples) {
      for (var window : example.windows()) {
        for (var f : window) {
          seen[f]++;
        }
      }
    }
    var rare = new boolean[seen.length];
    for (var f = 0; f < seen.length; f++) {
      rare[f] = seen[f] < WINDOWS_MIN;
    }
    return rare;
  }

  private void update(Example example) {
    var window = Weights.strongest(example.windows(), this::sum);
    var p = 1 / (1 + Math.exp(-sum(window)));
    var error = (p - (example.isAttack() ? 1 : 0)) * example.weight();
    if (Math.abs(error) < ERROR_MIN) {
      return;
    }
    for (var f : window) {
      if (!rare[f]) {
        move(f, error);
      }
    }
    move(bias, error);
  }

  private void move(int f, double error) {
    var slope = error + SHRINK * weights[f];
    squares[f] += slope * slope;
    weights[f] -= (float) (STEP * slope / Math.sqrt(squares[f]));
  }

  private double sum(int[] window) {
    double sum = weights[bias];
    for (var f : window) {
      sum += weights[f];
    }
    return sum;
  }
}

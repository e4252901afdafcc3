package dev.rampart.benchmark.inspection;

import dev.rampart.domain.inspection.Anatomy;
import dev.rampart.domain.inspection.Attack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Logistic regression over the windows of a value: a value is an attack where its strongest window
 * is one. So an honest value teaches by its strongest window too, and prose around an attack does
 * not drown it. Adaptive steps, averaged over the later rounds, a fixed seed, one thread: the same
 * rows give the same weights.
 */
final class Learner {

  /**
   * A value as the learner sees it.
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

  private static final double STEP = 0.15;
  private static final double SHRINK = 1e-3;
  private static final int ROUNDS = 12;
  private static final long SEED = 20261124;
  private static final double ERROR_MIN = 1e-4;
  private static final float WEIGHT_MAX = 4;
  private static final double VOTE_STEP = 0.02;
  private static final int VOTE_ROUNDS = 6;

  /** Features in fewer values are left out: they would be learnt by heart. */
  private static final int VALUES_MIN = 4;

  private final int bias = Anatomy.FEATURES;
  private final float[] weights = new float[Anatomy.FEATURES + 1];
  private final double[] squares = new double[Anatomy.FEATURES + 1];
  private boolean[] rare = new boolean[0];

  Weights learn(List<Example> examples) {
    Arrays.fill(squares, 1e-8);
    rare = rare(examples);
    var order = new ArrayList<Example>();
    for (var example : examples) {
      if (!example.windows().isEmpty()) {
        order.add(example);
      }
    }
    var random = new Random(SEED);
    var average = new double[weights.length];
    for (var round = 0; round < ROUNDS; round++) {
      Collections.shuffle(order, random);
      for (var example : order) {
        update(example);
      }
      if (round >= ROUNDS / 2) {
        for (var i = 0; i < average.length; i++) {
          average[i] += weights[i] / (double) (ROUNDS - ROUNDS / 2);
        }
      }
    }
    var feature = new float[Anatomy.FEATURES];
    for (var i = 0; i < feature.length; i++) {
      feature[i] = Math.clamp((float) average[i], -WEIGHT_MAX, WEIGHT_MAX);
    }
    var learned = new Weights(feature, (float) average[bias], new float[0][]);
    return new Weights(feature, learned.bias(), votes(order, learned));
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
      rare[f] = seen[f] < VALUES_MIN;
    }
    return rare;
  }

  private void update(Example example) {
    var window = strongest(example.windows());
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

  private int[] strongest(List<int[]> windows) {
    var best = windows.getFirst();
    if (windows.size() > 1) {
      var bestSum = Double.NEGATIVE_INFINITY;
      for (var window : windows) {
        var sum = sum(window);
        if (sum > bestSum) {
          bestSum = sum;
          best = window;
        }
      }
    }
    return best;
  }

  /** Learns which class a window is from its signs alone, by a multiclass perceptron. */
  private static float[][] votes(List<Example> examples, Weights learned) {
    var attacks = Attack.values();
    var votes = new float[Anatomy.SIGN_COUNT][attacks.length];
    for (var sign = 0; sign < votes.length; sign++) {
      votes[sign][Anatomy.attackOf(sign).ordinal()] = 1;
    }
    var average = new float[votes.length][attacks.length];
    var rarity = rarity(examples);
    for (var round = 0; round < VOTE_ROUNDS; round++) {
      for (var example : examples) {
        if (example.isAttack()) {
          vote(example, learned, votes, rarity);
        }
      }
      for (var sign = 0; sign < votes.length; sign++) {
        for (var i = 0; i < attacks.length; i++) {
          average[sign][i] += votes[sign][i];
        }
      }
    }
    return average;
  }

  /** How much a mistake on each class counts: more for a scarce one. */
  private static float[] rarity(List<Example> examples) {
    var counts = new int[Attack.values().length];
    for (var example : examples) {
      if (example.isAttack()) {
        counts[classOf(example)]++;
      }
    }
    var rarity = new float[counts.length];
    for (var i = 0; i < counts.length; i++) {
      rarity[i] = (float) (VOTE_STEP * Math.sqrt(examples.size() / (1.0 + counts[i])));
    }
    return rarity;
  }

  private static int classOf(Example example) {
    return Attack.valueOf(example.attack().toUpperCase(Locale.ROOT)).ordinal();
  }

  private static void vote(Example example, Weights learned, float[][] votes, float[] rarity) {
    var sums = new float[Attack.values().length];
    var signs = new ArrayList<Integer>();
    for (var f : learned.strongest(example.windows())) {
      if (f >= Anatomy.SIGNS && f < Anatomy.SIGNS + Anatomy.SIGN_COUNT) {
        signs.add(f - Anatomy.SIGNS);
        for (var i = 0; i < sums.length; i++) {
          sums[i] += votes[f - Anatomy.SIGNS][i];
        }
      }
    }
    var top = 0;
    for (var i = 1; i < sums.length; i++) {
      top = sums[i] > sums[top] ? i : top;
    }
    var right = classOf(example);
    if (top != right) {
      for (var sign : signs) {
        votes[sign][right] += rarity[right];
        votes[sign][top] -= rarity[right];
      }
    }
  }
}

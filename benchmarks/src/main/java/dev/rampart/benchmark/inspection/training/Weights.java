package dev.rampart.benchmark.inspection.training;

import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.model.TrainingFeatures;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What was learned.
 *
 * @param feature one weight a feature of a window
 * @param bias the log odds of a window without features
 * @param classes how much each slot of {@link TrainingFeatures#classSlot} speaks for each class
 */
public record Weights(float[] feature, float bias, float[][] classes) {

  private static final int BYTE_MAX = 127;

  double sum(int[] window) {
    double sum = bias;
    for (int f : window) {
      sum += feature[f];
    }
    return sum;
  }

  int[] strongest(List<int[]> windows) {
    return strongest(windows, this::sum);
  }

  /** Returns the window of the largest sum, the first of equals. */
  static int[] strongest(List<int[]> windows, ToDoubleFunction<int[]> sum) {
    int[] best = windows.getFirst();
    if (windows.size() > 1) {
      double bestSum = Double.NEGATIVE_INFINITY;
      for (int[] window : windows) {
        double windowSum = sum.applyAsDouble(window);
        if (windowSum > bestSum) {
          bestSum = windowSum;
          best = window;
        }
      }
    }
    return best;
  }

  /** Returns the probability that a value is an attack; 0 if no window holds an indicator. */
  public double score(List<int[]> windows) {
    return windows.isEmpty() ? 0 : 1 / (1 + Math.exp(-sum(strongest(windows))));
  }

  /** Returns the class that the strongest window of an attack speaks most for. */
  public Attack attack(List<int[]> windows) {
    Attack[] attacks = Attack.values();
    float[] votes = new float[attacks.length];
    for (int f : strongest(windows)) {
      for (int k = 0; k < votes.length; k++) {
        votes[k] += classes[TrainingFeatures.classSlot(f)][k];
      }
    }
    int top = 0;
    for (int k = 1; k < votes.length; k++) {
      top = votes[k] > votes[top] ? k : top;
    }
    return attacks[top];
  }

  /** Writes the table that the inspector loads: every weight as one signed byte. */
  void write(Path file) throws IOException {
    float unit = largest(feature) / BYTE_MAX;
    float largestVote = 0f;
    for (float[] row : classes) {
      largestVote = Math.max(largestVote, largest(row));
    }
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeLong(TrainingFeatures.fingerprint());
      out.writeFloat(unit);
      out.writeFloat(bias);
      for (float weight : feature) {
        out.writeByte(Math.round(weight / unit));
      }
      for (float[] row : classes) {
        for (int i = 0; i < Attack.values().length; i++) {
          out.writeByte(Math.round(row[i] / largestVote * BYTE_MAX));
        }
      }
    }
  }

  private static float largest(float[] values) {
    float largest = 0f;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}

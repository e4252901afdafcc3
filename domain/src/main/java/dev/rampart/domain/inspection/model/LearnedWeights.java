package dev.rampart.domain.inspection.model;

import dev.rampart.domain.inspection.Attack;
import dev.rampart.domain.inspection.grammar.Indicator;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The learned weights: one signed byte a feature says how much it speaks for an attack, and one a
 * pair of feature and class says for which. {@code benchmarks/inspection train} learns them from
 * labelled values and writes {@code weights.bin} beside this class:
 *
 * <ol>
 *   <li>a long, the {@link FeatureFingerprint} of the features that they were learned for;
 *   <li>a float, what one unit of a weight is worth in log odds, and a float, the log odds of a
 *       window without features;
 *   <li>a signed byte for each feature;
 *   <li>a signed byte for each class of attack, for each slot of {@link ClassVotes}.
 * </ol>
 */
public final class LearnedWeights {

  private static final String RESOURCE = "weights.bin";
  private static final Attack[] ATTACKS = Attack.values();

  private final byte[] weights = new byte[FeatureExtractor.FEATURES];
  private final ClassVotes votes;
  private final float unit;
  private final float bias;

  private LearnedWeights(DataInputStream in) throws IOException {
    if (in.readLong() != FeatureFingerprint.take()) {
      throw new IllegalStateException(
          "The weights were learned for another set of features; run benchmarks/inspection train"
              + " CORPORA");
    }
    unit = in.readFloat();
    bias = in.readFloat();
    in.readFully(weights);
    byte[] classes = new byte[ClassVotes.SLOTS * ATTACKS.length];
    in.readFully(classes);
    votes = new ClassVotes(classes);
  }

  /**
   * Returns the weights in the jar.
   *
   * @throws IllegalStateException if they are missing or were learned for other features
   */
  public static LearnedWeights load() {
    try (InputStream stream = LearnedWeights.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar");
      }
      return read(stream);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads weights as the training program writes them. */
  static LearnedWeights read(InputStream stream) throws IOException {
    return new LearnedWeights(new DataInputStream(stream));
  }

  /** Returns the log odds that the window with these features is an attack. */
  float logOdds(FeatureExtractor features) {
    int sum = 0;
    int[] feature = features.feature;
    for (int i = 0; i < features.count; i++) {
      sum += weights[feature[i]];
    }
    return bias + unit * sum;
  }

  /** Returns the class that the features speak most for, given that the window is an attack. */
  Attack attack(FeatureExtractor features) {
    return ATTACKS[votes.top(features)];
  }

  /** Returns how much an indicator speaks for a class, -128 to 127. */
  int vote(Indicator indicator, Attack attack) {
    int feature = FeatureExtractor.FIRST_INDICATOR + indicator.ordinal();
    return votes.of(ClassVotes.slot(feature), attack.ordinal());
  }
}

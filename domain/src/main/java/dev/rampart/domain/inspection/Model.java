package dev.rampart.domain.inspection;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The learned weights: one signed byte a feature says how much it speaks for an attack, and one a
 * pair of feature and class says for which. Written by the training program, read once.
 */
final class Model {

  private static final String RESOURCE = "weights.bin";
  private static final Attack[] ATTACKS = Attack.values();

  private final byte[] weights = new byte[Grams.FEATURES];
  private final byte[] classes = new byte[Grams.CLASS_SLOTS * ATTACKS.length];
  private final float step;
  private final float bias;

  private Model(DataInputStream in) throws IOException {
    step = in.readFloat();
    bias = in.readFloat();
    var signs = in.readInt();
    if (signs != Sign.ALL.length) {
      throw new IOException(RESOURCE + " knows " + signs + " signs, not " + Sign.ALL.length);
    }
    in.readFully(weights);
    in.readFully(classes);
  }

  static Model load() {
    try (var stream = Model.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the jar");
      }
      return new Model(new DataInputStream(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The log odds that the window in {@code grams} is an attack. */
  float logOdds(Grams grams) {
    var sum = 0;
    var feature = grams.feature;
    for (var i = 0; i < grams.count; i++) {
      sum += weights[feature[i]];
    }
    return bias + step * sum;
  }

  /** The class that the window in {@code grams} speaks most for, given that it is an attack. */
  Attack attack(Grams grams) {
    var votes = new int[ATTACKS.length];
    for (var i = 0; i < grams.count; i++) {
      var row = Grams.classSlot(grams.feature[i]) * votes.length;
      for (var k = 0; k < votes.length; k++) {
        votes[k] += classes[row + k];
      }
    }
    var top = 0;
    for (var k = 1; k < votes.length; k++) {
      top = votes[k] > votes[top] ? k : top;
    }
    return ATTACKS[top];
  }

  /** How much a sign speaks for a class. */
  int vote(Sign sign, Attack attack) {
    var row = Grams.classSlot(Grams.SIGNS + sign.ordinal()) * ATTACKS.length;
    return classes[row + attack.ordinal()];
  }
}

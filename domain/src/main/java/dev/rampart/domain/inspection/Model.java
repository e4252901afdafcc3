package dev.rampart.domain.inspection;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The learned weights: one signed byte a feature says how much it speaks for an attack, and one a
 * pair of feature and class says for which. Written by the training program, read once.
 */
final class Model {

  private static final String RESOURCE = "weights.bin";
  private static final Attack[] ATTACKS = Attack.values();

  private final byte[] weights = new byte[Grams.FEATURES];
  private final Votes votes;
  private final float step;
  private final float bias;

  private Model(DataInputStream in) throws IOException {
    step = in.readFloat();
    bias = in.readFloat();
    int signs = in.readInt();
    if (signs != Sign.ALL.length) {
      throw new IOException(RESOURCE + " knows " + signs + " signs, not " + Sign.ALL.length);
    }
    in.readFully(weights);
    byte[] classes = new byte[Grams.CLASS_SLOTS * ATTACKS.length];
    in.readFully(classes);
    votes = new Votes(classes);
  }

  static Model load() {
    try (InputStream stream = Model.class.getResourceAsStream(RESOURCE)) {
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
    int sum = 0;
    int[] feature = grams.feature;
    for (int i = 0; i < grams.count; i++) {
      sum += weights[feature[i]];
    }
    return bias + step * sum;
  }

  /** The class that the window in {@code grams} speaks most for, given that it is an attack. */
  Attack attack(Grams grams) {
    return ATTACKS[votes.top(grams)];
  }

  /** How much a sign speaks for a class. */
  int vote(Sign sign, Attack attack) {
    return votes.of(Grams.classSlot(Grams.SIGNS + sign.ordinal()), attack.ordinal());
  }
}

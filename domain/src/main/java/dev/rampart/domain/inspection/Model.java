package dev.rampart.domain.inspection;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The learned weights: one signed byte a feature, and one a pair of sign and class. Written by the
 * training program, read once.
 */
final class Model {

  private static final String RESOURCE = "weights.bin";

  private final byte[] weights = new byte[Grams.FEATURES];
  private final byte[][] classes = new byte[Sign.ALL.length][Attack.values().length];
  private final float step;
  private final float bias;

  private Model(DataInputStream in) throws IOException {
    step = in.readFloat();
    bias = in.readFloat();
    var signs = in.readInt();
    if (signs != classes.length) {
      throw new IOException(RESOURCE + " knows " + signs + " signs, not " + classes.length);
    }
    in.readFully(weights);
    for (var row : classes) {
      in.readFully(row);
    }
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

  /** How much a sign speaks for a class. */
  int vote(int sign, Attack attack) {
    return classes[sign][attack.ordinal()];
  }
}

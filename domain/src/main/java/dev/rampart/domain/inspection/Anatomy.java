package dev.rampart.domain.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the inspector sees in a value, as numbers: for the program that learns the weights. */
public final class Anatomy {

  /** How many features there are; their numbers are smaller. */
  public static final int FEATURES = Grams.FEATURES;

  /** How many signs there are; the feature of sign {@code i} is {@code SIGNS + i}. */
  public static final int SIGN_COUNT = Sign.ALL.length;

  /** The feature of the first sign. */
  public static final int SIGNS = Grams.SIGNS;

  private final Reading reading = new Reading();

  /** The class that a sign belongs to by its grammar. */
  public static Attack attackOf(int sign) {
    return Sign.ALL[sign].attack;
  }

  /** Returns the features of each window of each layer that holds a sign; none where none does. */
  public List<int[]> windows(String value) {
    var windows = new ArrayList<int[]>();
    var _ =
        reading.read(
            value,
            (tokens, findings, from, to, grams) ->
                windows.add(Arrays.copyOf(grams.feature, grams.count)));
    return windows;
  }
}

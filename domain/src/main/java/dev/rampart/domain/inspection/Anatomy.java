package dev.rampart.domain.inspection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the inspector sees in a value, as numbers: for the program that learns the weights. */
public final class Anatomy {

  /** How many features there are; their numbers are smaller. */
  public static final int FEATURES = Grams.FEATURES;

  /** How many signs the inspector knows; a table of weights fits no other number. */
  public static final int SIGN_COUNT = Sign.ALL.length;

  /** How many slots of {@link #classSlot} there are. */
  public static final int CLASS_SLOTS = Grams.CLASS_SLOTS;

  private final Reading reading = new Reading();

  /** Where a feature stands in the table that tells one class of attack from another. */
  public static int classSlot(int feature) {
    return Grams.classSlot(feature);
  }

  /** Returns the features of each window of each layer that holds a sign; none where none does. */
  public List<int[]> windows(String value) {
    List<int[]> windows = new ArrayList<>();
    var _ =
        reading.read(
            value,
            (tokens, findings, from, to, grams) ->
                windows.add(Arrays.copyOf(grams.feature, grams.count)));
    return windows;
  }
}

package dev.rampart.domain.inspection.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The features of a value, as the program that learns the weights takes them. */
public final class TrainingFeatures {

  /** The number of features; each is a number from 0 on. */
  public static final int FEATURES = FeatureExtractor.FEATURES;

  /** The number of slots of {@link #classSlot}. */
  public static final int CLASS_SLOTS = ClassVotes.SLOTS;

  private final Scanner scanner = new Scanner();

  /** Returns the number that stands for what the features mean; goes before the weights. */
  public static long fingerprint() {
    return FeatureFingerprint.take();
  }

  /** Returns the slot of a feature in the table that tells one class of attack from another. */
  public static int classSlot(int feature) {
    return ClassVotes.slot(feature);
  }

  /** Returns the features of each window that holds an indicator; none if the value is not text. */
  public List<int[]> windows(String value) {
    List<int[]> windows = new ArrayList<>();
    boolean _ =
        scanner.scan(
            value,
            (_, _, _, _, features) -> windows.add(Arrays.copyOf(features.feature, features.count)));
    return windows;
  }
}

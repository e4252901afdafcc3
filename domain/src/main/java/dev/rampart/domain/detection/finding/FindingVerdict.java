package dev.rampart.domain.detection.finding;

import java.util.Arrays;
import java.util.Optional;

/** What a person thinks of a finding. */
public enum FindingVerdict {
  /** It was an attack. */
  TRUE_POSITIVE("truePositive"),
  /** Something honest explains it. */
  FALSE_POSITIVE("falsePositive");

  private final String wireName;

  FindingVerdict(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in events and in the API. */
  public String wireName() {
    return wireName;
  }

  /** Returns the one with that name; empty if there is none. */
  public static Optional<FindingVerdict> of(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName.equals(wireName)).findFirst();
  }
}

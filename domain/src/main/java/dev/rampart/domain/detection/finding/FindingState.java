package dev.rampart.domain.detection.finding;

import java.util.Arrays;
import java.util.Optional;

/** Whether a finding is open. */
public enum FindingState {
  OPEN("open"),
  RESOLVED("resolved");

  private final String wireName;

  FindingState(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name in the API. */
  public String wireName() {
    return wireName;
  }

  /** Returns the one with that name; empty if there is none. */
  public static Optional<FindingState> of(String wireName) {
    return Arrays.stream(values()).filter(each -> each.wireName.equals(wireName)).findFirst();
  }
}

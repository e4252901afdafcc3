package dev.rampart.domain.submission;

import java.util.Optional;

/** The state of a submission, for answers and filters. */
public enum Status {
  RECEIVED("received"),
  ACCEPTED("accepted"),
  REJECTED("rejected"),
  WITHDRAWN("withdrawn");

  private final String wireName;

  Status(String wireName) {
    this.wireName = wireName;
  }

  /** Returns the name that clients and stores use. */
  public String wireName() {
    return wireName;
  }

  /** Returns the status with this name; empty if there is none. */
  public static Optional<Status> of(String wireName) {
    for (Status status : values()) {
      if (status.wireName.equals(wireName)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}

package dev.rampart.domain.submission;

import java.util.Optional;

/** The name of a submission's state, for answers and filters. */
public enum Status {
  RECEIVED("received"),
  ACCEPTED("accepted"),
  REJECTED("rejected"),
  WITHDRAWN("withdrawn");

  private final String code;

  Status(String code) {
    this.code = code;
  }

  /** Returns the name that clients and stores use. */
  public String code() {
    return code;
  }

  /** Returns the status with this code; empty where there is none. */
  public static Optional<Status> of(String code) {
    for (Status status : values()) {
      if (status.code.equals(code)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}

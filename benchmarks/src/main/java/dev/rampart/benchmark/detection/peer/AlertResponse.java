package dev.rampart.benchmark.detection.peer;

/** What a rule does about what it found. */
public enum AlertResponse {
  /** Tells somebody who asks; never counted as an accusation. */
  INFORM,
  /** Tells somebody who has to look. */
  NOTIFY,
  /** Shuts the subject out without asking. */
  BLOCK
}

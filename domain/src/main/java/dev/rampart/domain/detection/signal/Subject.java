package dev.rampart.domain.detection.signal;

import dev.rampart.domain.common.BoundedText;

/**
 * Whom or what signals are counted under.
 *
 * @param name an address or its /64, the subject of a token, a rule: whatever the kind names
 */
public record Subject(SubjectKind kind, String name) {
  /** Longest name, in characters. */
  public static final int LENGTH_MAX = 256;

  public Subject {
    BoundedText.require("subject", name, LENGTH_MAX);
  }

  /** Returns the subject as words, such as {@code address 203.0.113.7}. */
  public String words() {
    return kind.noun() + " " + name;
  }
}

package dev.rampart.domain.common;

import java.util.Optional;

/** The check that every short text of a signal or a finding passes. */
public final class BoundedText {
  private BoundedText() {}

  /**
   * Checks a text that may be absent.
   *
   * @throws IllegalArgumentException if it is present and does not have 1 to that many characters
   */
  public static void require(String name, Optional<String> text, int lengthMax) {
    text.ifPresent(present -> require(name, present, lengthMax));
  }

  /**
   * Checks a text.
   *
   * @throws IllegalArgumentException if it does not have 1 to that many characters
   */
  public static void require(String name, String text, int lengthMax) {
    if (text.isEmpty() || text.length() > lengthMax) {
      throw new IllegalArgumentException(name + " is 1 to " + lengthMax + " characters long");
    }
  }
}

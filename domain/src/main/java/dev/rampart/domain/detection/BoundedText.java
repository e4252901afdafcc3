package dev.rampart.domain.detection;

import java.util.Optional;

/** The check that every short text of a signal passes. */
final class BoundedText {
  private BoundedText() {}

  static void require(String name, Optional<String> text, int lengthMax) {
    text.ifPresent(present -> require(name, present, lengthMax));
  }

  static void require(String name, String text, int lengthMax) {
    if (text.isEmpty() || text.length() > lengthMax) {
      throw new IllegalArgumentException(name + " is 1 to " + lengthMax + " characters long");
    }
  }
}

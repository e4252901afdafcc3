package dev.rampart.local.tables.constraint;

import java.util.function.Supplier;

/**
 * A least and a greatest size.
 *
 * @param measure what is bounded, {@code length} or {@code value}
 */
record Bounds(String measure, long min, long max) {

  static Bounds length(long min, long max) {
    return new Bounds("length", min, max);
  }

  static Bounds range(long min, long max) {
    return new Bounds("value", min, max);
  }

  void check(long size, Supplier<String> value, Location location, Violations violations) {
    if (size < min) {
      violations.add(value, location, minimum());
    }
    if (size > max) {
      violations.add(value, location, maximum());
    }
  }

  String minimum() {
    return "Member must have " + measure + " greater than or equal to " + min;
  }

  String maximum() {
    return "Member must have " + measure + " less than or equal to " + max;
  }
}

package dev.rampart.local.tables.constraint;

import static dev.rampart.local.tables.value.Refusals.invalid;

import java.util.ArrayList;
import java.util.List;

/** Collects the violations of one request, in the order in which they are found. */
final class Violations {
  // DynamoDB reports no more than ten at once.
  private static final int REPORTED_MAX = 10;

  private final List<String> found = new ArrayList<>();

  /** Adds a violation that repeats the value, which is how most of them are reported. */
  void add(String value, Location location, String constraint) {
    add("Value '" + value + "' at '" + location.echoed() + "'", constraint);
  }

  /** Adds the violation of a member that is absent. */
  void addMissing(Location location) {
    add("Value null at '" + location.echoed() + "'", "Member must not be null");
  }

  /** Adds a violation that names the member as the API does and does not repeat the value. */
  void addNamed(Location location, String constraint) {
    add("Value at '" + location.named() + "'", constraint);
  }

  private void add(String what, String constraint) {
    if (found.size() < REPORTED_MAX) {
      found.add(what + " failed to satisfy constraint: " + constraint);
    }
  }

  /** Refuses the request if anything was added. */
  void raise() {
    if (!found.isEmpty()) {
      throw invalid(
          "%d validation error%s detected: %s"
              .formatted(found.size(), found.size() > 1 ? "s" : "", String.join("; ", found)));
    }
  }
}

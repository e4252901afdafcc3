package dev.rampart.local.tables.constraint;

import static dev.rampart.local.tables.value.Refusals.invalid;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Collects the violations of one request, in the order in which they are found. */
final class Violations {
  // DynamoDB reports no more than ten at once.
  private static final int REPORTED_MAX = 10;

  private final List<String> found = new ArrayList<>();

  /** Adds a violation that repeats the text, which is how most of them are reported. */
  void add(String text, Location location, String constraint) {
    add(() -> text, location, constraint);
  }

  /** Adds a violation that repeats a value, which is asked for only if the violation is kept. */
  void add(Supplier<String> value, Location location, String constraint) {
    keep(() -> "Value '" + Shown.cut(value.get()) + "' at '" + location.echoed() + "'", constraint);
  }

  /** Adds the violation of a member that is absent. */
  void addMissing(Location location) {
    keep(() -> "Value null at '" + location.echoed() + "'", "Member must not be null");
  }

  /** Adds a violation that names the member as the API does and does not repeat the value. */
  void addNamed(Location location, String constraint) {
    keep(() -> "Value at '" + location.named() + "'", constraint);
  }

  private void keep(Supplier<String> what, String constraint) {
    if (found.size() < REPORTED_MAX) {
      found.add(what.get() + " failed to satisfy constraint: " + constraint);
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

package dev.rampart.local.tables.constraint;

import static dev.rampart.local.tables.value.Refusals.invalid;
import static dev.rampart.local.tables.value.Refusals.unreadable;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.tables.value.Scalars;
import java.util.List;

/** A condition on the value of one member of a request. */
interface Constraint {

  /** Adds to the violations what is wrong with a value, which is a missing node if absent. */
  void check(JsonNode value, Location location, Violations violations);

  /** Requires that the member is there. */
  static Constraint required() {
    return (value, location, violations) -> {
      if (absent(value)) {
        violations.addMissing(location);
      }
    };
  }

  /** Requires that the parameter is there, and reports nothing else if it is not. */
  static Constraint requiredParameter() {
    return (value, location, _) -> {
      if (absent(value)) {
        throw invalid(
            "The parameter '%s' is required but was not present in the request"
                .formatted(location.named()));
      }
    };
  }

  static Constraint oneOf(String... choices) {
    List<String> allowed = List.of(choices);
    String constraint = "Member must satisfy enum value set: [" + String.join(", ", allowed) + "]";
    return text(
        (text, location, violations) -> {
          if (!allowed.contains(text)) {
            violations.add(text, location, constraint);
          }
        });
  }

  /** Requires so many characters. */
  static Constraint length(int min, int max) {
    return text(
        (text, location, violations) ->
            Bounds.length(min, max).check(text.length(), () -> text, location, violations));
  }

  static Constraint range(int min, int max) {
    return number(
        (number, location, violations) ->
            Bounds.range(min, max)
                .check(number, () -> Integer.toString(number), location, violations));
  }

  /** Requires at least so much; the violation does not repeat the value. */
  static Constraint namedMinimum(int min) {
    return number(
        (number, location, violations) -> {
          if (number < min) {
            violations.addNamed(location, "Member must have value greater than or equal to " + min);
          }
        });
  }

  /** A constraint on text. */
  interface OnText {
    void check(String text, Location location, Violations violations);
  }

  static Constraint text(OnText constraint) {
    return (value, location, violations) -> {
      if (!absent(value)) {
        constraint.check(Scalars.text(value), location, violations);
      }
    };
  }

  /** A constraint on a whole number. */
  interface OnNumber {
    void check(int number, Location location, Violations violations);
  }

  static Constraint number(OnNumber constraint) {
    return (value, location, violations) -> {
      if (!absent(value)) {
        constraint.check(Scalars.whole(value), location, violations);
      }
    };
  }

  /** Applies a constraint to each value of a map. */
  static Constraint values(Constraint constraint) {
    return (value, location, violations) -> {
      if (!absent(value)) {
        if (!value.isObject()) {
          throw unreadable("Unexpected field type");
        }
        value
            .properties()
            .forEach(e -> constraint.check(e.getValue(), location.element(e.getKey()), violations));
      }
    };
  }

  static boolean absent(JsonNode value) {
    return value.isMissingNode() || value.isNull();
  }
}

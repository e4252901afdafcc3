package dev.rampart.local.tables.constraint;

import java.util.regex.Pattern;

/** The constraints on names of tables and indexes. */
final class TableNames {
  private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]+");
  private static final int LENGTH_MIN = 3;
  private static final int LENGTH_MAX = 255;
  private static final Bounds LENGTH = Bounds.length(LENGTH_MIN, LENGTH_MAX);
  private static final String PATTERN = "Member must satisfy regular expression pattern: " + NAME;

  private TableNames() {}

  /** Requires the name of a new table. An empty one is reported alone. */
  static Constraint newTable() {
    return Constraint.text(
        (name, location, violations) -> {
          requireNotEmpty(name, location);
          checkName(name, location, violations);
        });
  }

  /** Requires the name or the ARN of a table. An empty one is reported alone. */
  static Constraint table() {
    return Constraint.text(
        (name, location, violations) -> {
          requireNotEmpty(name, location);
          if (!isArn(name)) {
            checkName(name, location, violations);
          }
        });
  }

  static Constraint index() {
    return Constraint.text(TableNames::checkName);
  }

  /** Requires that each key of a map is the name or the ARN of a table. */
  static Constraint keys() {
    return (value, location, violations) -> {
      if (value.isObject() && !value.propertyStream().allMatch(e -> fits(e.getKey()))) {
        violations.add(
            () -> Shown.value(value),
            location,
            "Map keys must satisfy constraint: [%s, %s, %s]"
                .formatted(LENGTH.maximum(), LENGTH.minimum(), PATTERN));
      }
    };
  }

  private static void checkName(String name, Location location, Violations violations) {
    if (!NAME.matcher(name).matches()) {
      violations.add(name, location, PATTERN);
    }
    LENGTH.check(name.length(), () -> name, location, violations);
  }

  private static boolean fits(String name) {
    return isArn(name)
        || (NAME.matcher(name).matches()
            && name.length() >= LENGTH_MIN
            && name.length() <= LENGTH_MAX);
  }

  private static boolean isArn(String name) {
    return name.startsWith("arn:");
  }

  private static void requireNotEmpty(String name, Location location) {
    if (name.isEmpty()) {
      Violations alone = new Violations();
      alone.add(name, location, Bounds.length(1, LENGTH_MAX).minimum());
      alone.raise();
    }
  }
}

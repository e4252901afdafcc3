package dev.rampart.local.tables.expression;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** What is wrong with an expression; of each kind the first, told in DynamoDB's order of kinds. */
final class ExpressionProblems {

  /** In the order in which they are told. */
  enum Kind {
    FUNCTION_NAME,
    FUNCTION_PLACE,
    RESERVED,
    SECTION,
    NAME,
    VALUE,
    OVERLAP,
    CONFLICT,
    OPERAND_COUNT,
    DISTINCT,
    OPERAND_TYPE
  }

  private final Map<Kind, String> first = new EnumMap<>(Kind.class);

  void add(Kind kind, String message) {
    add(kind, () -> message);
  }

  /** Adds a problem whose message is made only if it is the first of its kind. */
  void add(Kind kind, Supplier<String> message) {
    first.computeIfAbsent(kind, _ -> message.get());
  }

  boolean has(Kind kind) {
    return first.containsKey(kind);
  }

  /** Refuses the expression if anything was wrong. */
  void raise() {
    if (!first.isEmpty()) {
      throw new ExpressionException(first.values().iterator().next());
    }
  }
}

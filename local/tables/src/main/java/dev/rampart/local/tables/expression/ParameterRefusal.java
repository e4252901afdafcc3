package dev.rampart.local.tables.expression;

import static dev.rampart.local.tables.value.Refusals.invalid;

import dev.rampart.local.tables.value.Refusals;
import java.util.Set;
import java.util.function.Supplier;

/** Turns a flaw into the refusal of the parameter that held the expression. */
final class ParameterRefusal {

  private static final Set<String> OF_WRITES = Set.of("UpdateExpression", "ConditionExpression");

  private ParameterRefusal() {}

  static <T> T of(String parameter, Supplier<T> parser) {
    try {
      return parser.get();
    } catch (ExpressionException flaw) {
      String message = "Invalid " + parameter + ": " + flaw.reason();
      throw flaw.isCounted() && OF_WRITES.contains(parameter)
          ? Refusals.counted(message)
          : invalid(message);
    }
  }
}

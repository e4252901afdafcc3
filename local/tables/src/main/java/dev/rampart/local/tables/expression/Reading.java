package dev.rampart.local.tables.expression;

import static dev.rampart.local.tables.value.Refusals.invalid;

import java.util.function.Supplier;

/** Turns a flaw into the refusal of the parameter that held the expression. */
final class Reading {

  private Reading() {}

  static <T> T of(String parameter, Supplier<T> parser) {
    try {
      return parser.get();
    } catch (Flaw flaw) {
      throw invalid("Invalid " + parameter + ": " + flaw.reason());
    }
  }
}

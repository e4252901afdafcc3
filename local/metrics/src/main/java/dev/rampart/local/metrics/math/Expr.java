package dev.rampart.local.metrics.math;

import java.util.List;

/** A part of an expression. */
sealed interface Expr {

  record Constant(double value) implements Expr {}

  record Text(String value) implements Expr {}

  /** A query by its id. */
  record Reference(String id) implements Expr {}

  /** A bare word in capitals that an argument may be: {@code REPEAT}, {@code LINEAR}. */
  record Word(String name) implements Expr {}

  record Negation(Expr of) implements Expr {}

  record Operation(Operator operator, Expr left, Expr right) implements Expr {}

  record Call(String function, List<Expr> arguments) implements Expr {}

  record Many(List<Expr> elements) implements Expr {}
}

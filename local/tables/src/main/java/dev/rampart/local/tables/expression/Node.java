package dev.rampart.local.tables.expression;

import dev.rampart.local.tables.expression.path.Path;
import dev.rampart.local.tables.value.Type;
import dev.rampart.local.tables.value.Value;
import java.util.List;

/** A part of an expression: something that has a value, or something that holds or not. */
sealed interface Node {

  /** Has a value, or none if the item lacks what it names. */
  sealed interface Operand extends Node {
    record At(Path path) implements Operand {}

    record Constant(Value value) implements Operand {}

    record Size(Operand of) implements Operand {}

    record Sum(Operand left, Operand right) implements Operand {}

    record Difference(Operand left, Operand right) implements Operand {}

    record IfNotExists(Path path, Operand otherwise) implements Operand {}

    record ListAppend(Operand left, Operand right) implements Operand {}
  }

  /** Holds or does not hold. */
  sealed interface Condition extends Node {
    record And(Condition left, Condition right) implements Condition {}

    record Or(Condition left, Condition right) implements Condition {}

    record Not(Condition condition) implements Condition {}

    record Compare(Comparator operator, Operand left, Operand right) implements Condition {}

    record Between(Operand value, Operand low, Operand high) implements Condition {}

    record In(Operand value, List<Operand> candidates) implements Condition {}

    record Exists(Path path) implements Condition {}

    record NotExists(Path path) implements Condition {}

    record HasType(Operand value, Type type) implements Condition {}

    record BeginsWith(Operand value, Operand prefix) implements Condition {}

    record Contains(Operand value, Operand part) implements Condition {}
  }

  /** A call that cannot be built; a problem says why, so it is never evaluated. */
  record Broken() implements Operand, Condition {}
}

package dev.rampart.local.tables.expression;

import dev.rampart.local.tables.expression.Node.Condition;
import dev.rampart.local.tables.expression.Node.Operand;
import dev.rampart.local.tables.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads condition, filter and key condition expressions by recursive descent. */
final class ConditionParser {
  private static final Set<String> KEYWORDS = Set.of("AND", "OR", "NOT", "BETWEEN", "IN");

  private final TokenReader cursor;
  private final ConditionBuilder conditions;

  ConditionParser(String text, Placeholders names) {
    this.cursor = new TokenReader(text, names);
    this.conditions = new ConditionBuilder(cursor.problems(), names.work());
  }

  Condition parse() {
    Condition condition = condition(or());
    cursor.requireEnd();
    cursor.problems().raise();
    return condition;
  }

  private Node or() {
    Node left = and();
    while (cursor.takeWord("OR")) {
      cursor.countOperator();
      left = new Condition.Or(condition(left), condition(and()));
    }
    return left;
  }

  private Node and() {
    Node left = not();
    while (cursor.takeWord("AND")) {
      cursor.countOperator();
      left = new Condition.And(condition(left), condition(not()));
    }
    return left;
  }

  private Node not() {
    if (cursor.takeWord("NOT")) {
      cursor.countOperator();
      return new Condition.Not(condition(not()));
    }
    return relation();
  }

  private Node relation() {
    Node left = primary();
    Optional<Comparator> comparator = Comparator.of(cursor.peek());
    if (comparator.isPresent()) {
      cursor.next();
      cursor.countOperator();
      return conditions.compare(comparator.get(), operand(left), operand(primary()));
    }
    if (cursor.takeWord("BETWEEN")) {
      cursor.countOperator();
      Operand low = operand(primary());
      if (!cursor.takeWord("AND")) {
        throw cursor.syntax();
      }
      return conditions.between(operand(left), low, operand(primary()));
    }
    if (cursor.takeWord("IN")) {
      cursor.countOperator();
      return conditions.in(operand(left), arguments());
    }
    return left;
  }

  private Node primary() {
    ExpressionToken token = cursor.peek();
    if (token.is("(")) {
      cursor.enterGroup();
      Node inner = or();
      cursor.leaveGroup();
      return inner;
    }
    if (token.kind() == ExpressionToken.Kind.VALUE) {
      return new Operand.Constant(cursor.value());
    }
    if (KEYWORDS.stream().anyMatch(token::isWord)) {
      throw cursor.syntax();
    }
    if (token.kind() == ExpressionToken.Kind.WORD && cursor.peekSecond().is("(")) {
      cursor.next();
      cursor.countOperator();
      return conditions.call(token.text(), arguments());
    }
    return new Operand.At(cursor.path());
  }

  private List<Operand> arguments() {
    cursor.require("(");
    List<Operand> arguments = new ArrayList<>();
    arguments.add(operand(primary()));
    while (cursor.take(",")) {
      arguments.add(operand(primary()));
    }
    cursor.require(")");
    return arguments;
  }

  private Condition condition(Node node) {
    return switch (node) {
      case Condition condition -> condition;
      case Operand.Size _ -> conditions.misplaced("size");
      case Operand _ -> throw cursor.syntax();
    };
  }

  private Operand operand(Node node) {
    return switch (node) {
      case Node.Broken broken -> broken;
      case Operand operand -> operand;
      case Condition.Exists _ -> conditions.misplaced("attribute_exists");
      case Condition.NotExists _ -> conditions.misplaced("attribute_not_exists");
      case Condition.HasType _ -> conditions.misplaced("attribute_type");
      case Condition.BeginsWith _ -> conditions.misplaced("begins_with");
      case Condition.Contains _ -> conditions.misplaced("contains");
      case Condition _ -> throw cursor.syntax();
    };
  }

  /** Returns a constant operand's value; empty for everything else. */
  static Optional<Value> constant(Operand operand) {
    return operand instanceof Operand.Constant(Value value) ? Optional.of(value) : Optional.empty();
  }
}

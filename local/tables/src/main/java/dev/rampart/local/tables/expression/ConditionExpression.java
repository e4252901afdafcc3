package dev.rampart.local.tables.expression;

import dev.rampart.local.tables.expression.path.Path;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.WorkBudget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A condition or filter expression. */
public final class ConditionExpression {
  private final Node.Condition condition;
  private final WorkBudget work;

  private ConditionExpression(Node.Condition condition, WorkBudget work) {
    this.condition = condition;
    this.work = work;
  }

  /**
   * Reads an expression.
   *
   * @param parameter the request parameter that holds it, for the refusal
   */
  public static ConditionExpression read(String parameter, String text, Placeholders names) {
    return new ConditionExpression(
        ParameterRefusal.of(parameter, () -> new ConditionParser(text, names).parse()),
        names.work());
  }

  /** Returns whether the condition holds for an item; {@link Item#EMPTY} stands for none. */
  public boolean holds(Item item) {
    return new Evaluation(item, work).holds(condition);
  }

  /** Returns the attributes that the expression mentions. */
  public Set<String> attributes() {
    Set<String> heads = new HashSet<>();
    collect(condition, heads);
    return heads;
  }

  private static void collect(Node node, Set<String> heads) {
    switch (node) {
      case Node.Operand.At(Path path) -> heads.add(path.head());
      case Node.Condition.Exists(Path path) -> heads.add(path.head());
      case Node.Condition.NotExists(Path path) -> heads.add(path.head());
      default -> children(node).forEach(child -> collect(child, heads));
    }
  }

  private static List<? extends Node> children(Node node) {
    return switch (node) {
      case Node.Condition.And(var left, var right) -> List.of(left, right);
      case Node.Condition.Or(var left, var right) -> List.of(left, right);
      case Node.Condition.Not(var inner) -> List.of(inner);
      case Node.Condition.Compare(var _, var left, var right) -> List.of(left, right);
      case Node.Condition.Between(var value, var low, var high) -> List.of(value, low, high);
      case Node.Condition.In(var value, var candidates) -> {
        List<Node> all = new ArrayList<>(candidates);
        all.add(value);
        yield all;
      }
      case Node.Condition.HasType(var value, var _) -> List.of(value);
      case Node.Condition.BeginsWith(var value, var prefix) -> List.of(value, prefix);
      case Node.Condition.Contains(var value, var part) -> List.of(value, part);
      case Node.Operand.Size(var of) -> List.of(of);
      default -> List.of();
    };
  }
}

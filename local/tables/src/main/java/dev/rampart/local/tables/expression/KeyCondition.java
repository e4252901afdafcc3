package dev.rampart.local.tables.expression;

import static dev.rampart.local.tables.value.Refusals.invalid;

import dev.rampart.local.tables.expression.Node.Condition;
import dev.rampart.local.tables.expression.Node.Operand;
import dev.rampart.local.tables.expression.path.Path;
import dev.rampart.local.tables.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;

/** A key condition expression: at most one condition for each key attribute. */
public final class KeyCondition {

  /** What is asked of one key attribute. */
  public sealed interface Range {
    /** Exactly this value. */
    record Equal(Value value) implements Range {}

    /** Less than this value, or equal if so said. */
    record Below(Value value, boolean inclusive) implements Range {}

    /** Greater than this value, or equal if so said. */
    record Above(Value value, boolean inclusive) implements Range {}

    /** From low to high, both included. */
    record Between(Value low, Value high) implements Range {}

    /** Text or bytes that begin so. */
    record Prefix(Value value) implements Range {}
  }

  private final Map<String, Range> ranges = new LinkedHashMap<>();

  private KeyCondition() {}

  /** Reads an expression. */
  public static KeyCondition read(String text, Placeholders names) {
    Condition condition =
        ParameterRefusal.of(
            "KeyConditionExpression", () -> new ConditionParser(text, names).parse());
    KeyCondition keyCondition = new KeyCondition();
    keyCondition.add(condition);
    if (keyCondition.ranges.size() > 2) {
      throw invalid("Conditions can be of length 1 or 2 only");
    }
    return keyCondition;
  }

  /** Returns the condition of each attribute that has one. */
  public Map<String, Range> ranges() {
    return ranges;
  }

  private void add(Condition condition) {
    switch (condition) {
      case Condition.And(var left, var right) -> {
        add(left);
        add(right);
      }
      case Condition.Compare(var operator, Operand.At(Path path), var right) ->
          put(path, compared(operator, constant(right)));
      case Condition.Compare(var operator, var left, Operand.At(Path path)) ->
          put(path, compared(operator.mirrored(), constant(left)));
      case Condition.Compare _ -> throw noKey();
      case Condition.Between(Operand.At(Path path), var low, var high) ->
          put(path, new Range.Between(constant(low), constant(high)));
      case Condition.Between _ -> throw notFirst("BETWEEN");
      case Condition.BeginsWith(Operand.At(Path path), var prefix) ->
          put(path, new Range.Prefix(constant(prefix)));
      case Condition.BeginsWith _ -> throw notFirst("begins_with");
      case Condition.Or _ -> throw operator("OR");
      case Condition.Not _ -> throw operator("NOT");
      case Condition.In _ -> throw operator("IN");
      case Condition.Exists _ -> throw operator("attribute_exists");
      case Condition.NotExists _ -> throw operator("attribute_not_exists");
      case Condition.HasType _ -> throw operator("attribute_type");
      case Condition.Contains _ -> throw operator("contains");
      case Node.Broken _ -> throw new IllegalStateException("read in spite of its problems");
    }
  }

  private static Range compared(Comparator comparator, Value value) {
    return switch (comparator) {
      case EQUAL -> new Range.Equal(value);
      case LESS -> new Range.Below(value, false);
      case LESS_OR_EQUAL -> new Range.Below(value, true);
      case GREATER -> new Range.Above(value, false);
      case GREATER_OR_EQUAL -> new Range.Above(value, true);
      case NOT_EQUAL -> throw operator("<>");
    };
  }

  private static Value constant(Operand operand) {
    return switch (operand) {
      case Operand.Constant(Value value) -> value;
      case Operand.At _ ->
          throw invalid(
              "Invalid condition in KeyConditionExpression: Multiple attribute names used in one"
                  + " condition");
      default -> throw invalid("KeyConditionExpressions cannot contain nested operations");
    };
  }

  private void put(Path path, Range range) {
    if (path.nested()) {
      throw invalid("KeyConditionExpressions cannot have conditions on nested attributes");
    }
    if (ranges.putIfAbsent(path.head(), range) != null) {
      throw invalid("KeyConditionExpressions must only contain one condition per key");
    }
  }

  private static RuntimeException noKey() {
    return invalid("Invalid condition in KeyConditionExpression: No key attribute specified");
  }

  private static RuntimeException notFirst(String operator) {
    return invalid(
        "Invalid condition in KeyConditionExpression: %s operator must have the key attribute as its first operand"
            .formatted(operator));
  }

  private static RuntimeException operator(String operator) {
    return invalid("Invalid operator used in KeyConditionExpression: " + operator);
  }
}

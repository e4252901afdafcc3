package dev.rampart.local.tables.expression;

import dev.rampart.local.tables.expression.ExpressionProblems.Kind;
import dev.rampart.local.tables.expression.Node.Broken;
import dev.rampart.local.tables.expression.Node.Condition;
import dev.rampart.local.tables.expression.Node.Operand;
import dev.rampart.local.tables.expression.path.Path;
import dev.rampart.local.tables.value.JsonWriter;
import dev.rampart.local.tables.value.Type;
import dev.rampart.local.tables.value.Value;
import dev.rampart.local.tables.value.WorkBudget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Builds the operators and functions of conditions and notes what is wrong with their operands. */
final class ConditionBuilder {
  private static final Map<String, Integer> OPERANDS =
      Map.of(
          "attribute_exists", 1,
          "attribute_not_exists", 1,
          "attribute_type", 2,
          "begins_with", 2,
          "contains", 2,
          "size", 1);
  private static final int IN_MAX = 100;
  private static final String OPERATOR_OR_FUNCTION = "operator or function: ";

  private final ExpressionProblems problems;
  private final WorkBudget work;

  ConditionBuilder(ExpressionProblems problems, WorkBudget work) {
    this.problems = problems;
    this.work = work;
  }

  Broken misplaced(String name) {
    problems.add(
        Kind.FUNCTION_PLACE,
        "The function is not allowed to be used this way in an expression; function: " + name);
    return new Broken();
  }

  Node call(String name, List<Operand> operands) {
    Integer expected = OPERANDS.get(name);
    if (expected == null) {
      problems.add(Kind.FUNCTION_NAME, "Invalid function name; function: " + name);
      return new Broken();
    }
    if (expected != operands.size()) {
      return wrongCount(name, operands.size());
    }
    Operand first = operands.getFirst();
    Operand last = operands.getLast();
    if (operands.size() == 2) {
      requireDistinct(name, first, last);
    }
    return switch (name) {
      case "size" -> size(first);
      case "attribute_exists" ->
          onPath(name, first).<Node>map(Condition.Exists::new).orElseGet(Broken::new);
      case "attribute_not_exists" ->
          onPath(name, first).<Node>map(Condition.NotExists::new).orElseGet(Broken::new);
      case "attribute_type" -> hasType(first, last);
      case "begins_with" -> beginsWith(first, last);
      default -> new Condition.Contains(first, last);
    };
  }

  private Broken wrongCount(String name, int count) {
    problems.add(
        Kind.OPERAND_COUNT,
        "Incorrect number of operands for operator or function; "
            + OPERATOR_OR_FUNCTION
            + name
            + ", number of operands: "
            + count);
    return new Broken();
  }

  private Node size(Operand of) {
    ConditionParser.constant(of)
        .map(Value::type)
        .filter(Set.of(Type.N, Type.BOOL, Type.NULL)::contains)
        .ifPresent(type -> wrongType(OPERATOR_OR_FUNCTION + "size", type.name()));
    return new Operand.Size(of);
  }

  private Optional<Path> onPath(String name, Operand operand) {
    if (operand instanceof Operand.At(Path path)) {
      return Optional.of(path);
    }
    problems.add(
        Kind.OPERAND_TYPE,
        "Operator or function requires a document path; " + OPERATOR_OR_FUNCTION + name);
    return Optional.empty();
  }

  private Node hasType(Operand value, Operand type) {
    Optional<Value> constant = ConditionParser.constant(type);
    if (constant.isEmpty() || !(constant.get() instanceof Value.Text(String name))) {
      wrongType(
          OPERATOR_OR_FUNCTION + "attribute_type",
          constant.map(v -> v.type().name()).orElse("{NS,SS,L,BS,N,M,B,BOOL,NULL,S}"));
      return new Broken();
    }
    Optional<Type> known = Type.named(name);
    if (known.isEmpty()) {
      problems.add(
          Kind.OPERAND_TYPE,
          "Invalid attribute type name found; type: "
              + name
              + ", valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}");
      return new Broken();
    }
    return new Condition.HasType(value, known.get());
  }

  private Node beginsWith(Operand value, Operand prefix) {
    for (Operand operand : List.of(value, prefix)) {
      ConditionParser.constant(operand)
          .map(Value::type)
          .filter(type -> type != Type.S && type != Type.B)
          .ifPresent(type -> wrongType(OPERATOR_OR_FUNCTION + "begins_with", type.name()));
    }
    return new Condition.BeginsWith(value, prefix);
  }

  Condition compare(Comparator comparator, Operand left, Operand right) {
    requireDistinct(comparator.symbol(), left, right);
    if (comparator != Comparator.EQUAL && comparator != Comparator.NOT_EQUAL) {
      requireOrdered(comparator.symbol(), List.of(left, right));
    }
    return new Condition.Compare(comparator, left, right);
  }

  Condition in(Operand value, List<Operand> candidates) {
    if (candidates.size() > IN_MAX) {
      return wrongCount("IN", candidates.size() + 1);
    }
    return new Condition.In(value, candidates);
  }

  Condition between(Operand value, Operand low, Operand high) {
    requireOrdered("BETWEEN", List.of(value, low, high));
    Optional<Value> lower = ConditionParser.constant(low);
    Optional<Value> upper = ConditionParser.constant(high);
    if (lower.isPresent() && upper.isPresent()) {
      requireBounds(lower.get(), upper.get());
    }
    return new Condition.Between(value, low, high);
  }

  private void requireBounds(Value low, Value high) {
    if (low.type() != high.type()) {
      problems.add(
          Kind.OPERAND_TYPE,
          () ->
              "The BETWEEN operator requires same data type for lower and upper bounds; "
                  + shown(low, high));
    } else if (low.type().ordered() && Evaluation.order(low, high, work) > 0) {
      problems.add(
          Kind.OPERAND_TYPE,
          () ->
              "The BETWEEN operator requires upper bound to be greater than or equal to lower"
                  + " bound; "
                  + shown(low, high));
    }
  }

  private static String shown(Value low, Value high) {
    return "lower bound operand: AttributeValue: %s, upper bound operand: AttributeValue: %s"
        .formatted(shown(low), shown(high));
  }

  private static String shown(Value value) {
    String json = value.type().ordered() ? JsonWriter.scalar(value) : "";
    return "{" + value.type() + ":" + json + "}";
  }

  private void requireOrdered(String operator, List<Operand> operands) {
    for (Operand operand : operands) {
      ConditionParser.constant(operand)
          .map(Value::type)
          .filter(type -> !type.ordered())
          .ifPresent(type -> wrongType(OPERATOR_OR_FUNCTION + operator, type.name()));
    }
  }

  private void wrongType(String where, String type) {
    problems.add(
        Kind.OPERAND_TYPE,
        "Incorrect operand type for operator or function; " + where + ", operand type: " + type);
  }

  private void requireDistinct(String operator, Operand first, Operand second) {
    if (first instanceof Operand.At(Path path) && first.equals(second)) {
      problems.add(
          Kind.DISTINCT,
          "The first operand must be distinct from the remaining operands for this operator or"
              + " function; operator: "
              + operator
              + ", first operand: "
              + path);
    }
  }
}

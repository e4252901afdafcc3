package dev.rampart.local.tables.expression;

import static dev.rampart.local.tables.value.Refusals.invalid;

import dev.rampart.local.tables.expression.Node.Condition;
import dev.rampart.local.tables.expression.Node.Operand;
import dev.rampart.local.tables.expression.path.Path;
import dev.rampart.local.tables.value.Bytes;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.Numbers;
import dev.rampart.local.tables.value.Order;
import dev.rampart.local.tables.value.Type;
import dev.rampart.local.tables.value.Value;
import dev.rampart.local.tables.value.WorkBudget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Evaluates conditions and operands on one item, and counts the work. */
record Evaluation(Item item, WorkBudget work) {

  boolean holds(Condition condition) {
    work.spend(WorkBudget.VALUE);
    return switch (condition) {
      case Condition.And(var left, var right) -> holds(left) && holds(right);
      case Condition.Or(var left, var right) -> holds(left) || holds(right);
      case Condition.Not(var inner) -> !holds(inner);
      case Condition.Exists(var path) -> find(path).isPresent();
      case Condition.NotExists(var path) -> find(path).isEmpty();
      case Condition.Compare(var operator, var left, var right) ->
          compare(operator, value(left), value(right));
      case Condition.Between(var value, var low, var high) ->
          compare(Comparator.GREATER_OR_EQUAL, value(value), value(low))
              && compare(Comparator.LESS_OR_EQUAL, value(value), value(high));
      case Condition.In(var value, var candidates) -> {
        Optional<Value> found = value(value);
        yield found.isPresent() && candidates.stream().anyMatch(c -> equal(value(c), found));
      }
      case Condition.HasType(var value, var type) ->
          value(value).filter(v -> v.type() == type).isPresent();
      case Condition.BeginsWith(var value, var prefix) -> both(value, prefix, this::beginsWith);
      case Condition.Contains(var value, var part) -> both(value, part, this::contains);
      case Node.Broken _ -> throw new IllegalStateException("evaluated in spite of its problems");
    };
  }

  private interface Test {
    boolean on(Value left, Value right);
  }

  private boolean both(Operand left, Operand right, Test test) {
    Optional<Value> a = value(left);
    Optional<Value> b = value(right);
    return a.isPresent() && b.isPresent() && test.on(a.get(), b.get());
  }

  private boolean compare(Comparator operator, Optional<Value> left, Optional<Value> right) {
    if (operator == Comparator.EQUAL) {
      return equal(left, right);
    }
    if (operator == Comparator.NOT_EQUAL) {
      return left.isPresent() != right.isPresent() || (left.isPresent() && !equal(left, right));
    }
    return left.isPresent()
        && right.isPresent()
        && left.get().type() == right.get().type()
        && left.get().type().ordered()
        && operator.holds(order(left.get(), right.get(), work));
  }

  /** Returns whether both values are there and equal. */
  private boolean equal(Optional<Value> left, Optional<Value> right) {
    return left.isPresent()
        && right.isPresent()
        && new Equality(work).equal(left.get(), right.get());
  }

  /** Compares two values of one ordered type. */
  static int order(Value left, Value right, WorkBudget work) {
    work.spend(2L * Math.min(length(left), length(right)));
    return Order.compare(left, right);
  }

  private boolean beginsWith(Value value, Value prefix) {
    work.spend(length(prefix));
    if (value instanceof Value.Text(String text) && prefix instanceof Value.Text(String start)) {
      return text.startsWith(start);
    }
    if (value instanceof Value.Binary(Bytes(byte[] all))
        && prefix instanceof Value.Binary(Bytes(byte[] start))) {
      return all.length >= start.length
          && Arrays.equals(all, 0, start.length, start, 0, start.length);
    }
    return false;
  }

  private boolean contains(Value value, Value part) {
    return switch (value) {
      case Value.Text _, Value.Binary _ -> containsText(value, part);
      case Value.Many(Type _, List<Value> values) -> containsElement(values, part);
      case Value.Elements(List<Value> values) -> containsElement(values, part);
      case Value.Num _, Value.Bool _, Value.Null _, Value.Members _ -> false;
    };
  }

  private boolean containsText(Value value, Value part) {
    work.spend(length(value) + 2L * length(part));
    if (value instanceof Value.Text(String text) && part instanceof Value.Text(String sought)) {
      return SubstringSearch.contains(text, sought);
    }
    return value instanceof Value.Binary(Bytes(byte[] all))
        && part instanceof Value.Binary(Bytes(byte[] sought))
        && SubstringSearch.contains(all, sought);
  }

  private boolean containsElement(List<Value> values, Value part) {
    Equality equality = new Equality(work);
    return values.stream().anyMatch(value -> equality.equal(value, part));
  }

  private static int length(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text.length();
      case Value.Binary(Bytes(byte[] content)) -> content.length;
      default -> 0;
    };
  }

  private Optional<Value> find(Path path) {
    work.spend((long) WorkBudget.VALUE * path.steps().size());
    return path.find(item);
  }

  /** Returns an operand's value; empty if the item lacks it or it has none. */
  Optional<Value> value(Operand operand) {
    return switch (operand) {
      case Operand.At(Path path) -> find(path);
      case Operand.Constant(Value value) -> Optional.of(value);
      case Operand.Size(Operand of) -> value(of).flatMap(Evaluation::size);
      case Operand.IfNotExists(Path path, Operand otherwise) ->
          find(path).or(() -> Optional.of(required(otherwise)));
      case Operand.Sum(Operand left, Operand right) ->
          Optional.of(Numbers.checked(number(left).add(number(right))));
      case Operand.Difference(Operand left, Operand right) ->
          Optional.of(Numbers.checked(number(left).subtract(number(right))));
      case Operand.ListAppend(Operand left, Operand right) -> {
        List<Value> joined = new ArrayList<>(list(left));
        joined.addAll(list(right));
        work.spend((long) WorkBudget.VALUE * joined.size());
        yield Optional.of(new Value.Elements(joined));
      }
      case Node.Broken _ -> throw new IllegalStateException("evaluated in spite of its problems");
    };
  }

  /** Returns an operand's value, or refuses the update if the item lacks it. */
  Value required(Operand operand) {
    return value(operand)
        .orElseThrow(
            () ->
                invalid(
                    "The provided expression refers to an attribute that does not exist in the"
                        + " item"));
  }

  private BigDecimal number(Operand operand) {
    if (required(operand) instanceof Value.Num(BigDecimal number)) {
      return number;
    }
    throw wrongType();
  }

  private List<Value> list(Operand operand) {
    if (required(operand) instanceof Value.Elements(List<Value> values)) {
      return values;
    }
    throw wrongType();
  }

  static RuntimeException wrongType() {
    return invalid("An operand in the update expression has an incorrect data type");
  }

  private static Optional<Value> size(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Optional.of(Value.of(text.length()));
      case Value.Binary(Bytes bytes) -> Optional.of(Value.of(bytes.content().length));
      case Value.Elements(List<Value> values) -> Optional.of(Value.of(values.size()));
      case Value.Many(Type _, List<Value> values) -> Optional.of(Value.of(values.size()));
      case Value.Members(Item members) -> Optional.of(Value.of(members.attributes().size()));
      case Value.Num _, Value.Bool _, Value.Null _ -> Optional.empty();
    };
  }
}

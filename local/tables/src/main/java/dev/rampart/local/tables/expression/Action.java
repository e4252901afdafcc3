package dev.rampart.local.tables.expression;

import dev.rampart.local.tables.expression.path.Path;
import dev.rampart.local.tables.value.Numbers;
import dev.rampart.local.tables.value.Order;
import dev.rampart.local.tables.value.Type;
import dev.rampart.local.tables.value.Value;
import dev.rampart.local.tables.value.WorkBudget;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** One clause of an update expression. */
sealed interface Action {

  Path path();

  /** Returns the edit, with its operands evaluated on the item before the update. */
  Edit edit(Evaluation before);

  /** {@code SET path = operand}. */
  record Set(Path path, Node.Operand operand) implements Action {
    @Override
    public Edit edit(Evaluation before) {
      Value value = before.required(operand);
      return _ -> Optional.of(value);
    }
  }

  /** {@code REMOVE path}. */
  record Remove(Path path) implements Action {
    @Override
    public Edit edit(Evaluation before) {
      return _ -> Optional.empty();
    }
  }

  /** {@code ADD path value}: a sum, or a union. */
  record Add(Path path, Value value) implements Action {
    @Override
    public Edit edit(Evaluation before) {
      return current -> Optional.of(current.map(c -> joined(c, before.work())).orElse(value));
    }

    private Value joined(Value current, WorkBudget work) {
      if (current instanceof Value.Num(BigDecimal a) && value instanceof Value.Num(BigDecimal b)) {
        return Numbers.checked(a.add(b));
      }
      if (current instanceof Value.Many(Type type, List<Value> mine)
          && value instanceof Value.Many(Type other, List<Value> added)
          && type == other) {
        List<Value> all = new ArrayList<>(mine);
        all.addAll(added);
        work.spend((long) WorkBudget.SORTED_VALUE * all.size());
        return Value.Many.of(type, all);
      }
      throw Evaluation.wrongType();
    }
  }

  /** {@code DELETE path set}: a difference; an emptied set goes away. */
  record Delete(Path path, Value value) implements Action {
    @Override
    public Edit edit(Evaluation before) {
      return current -> current.flatMap(c -> without(c, before.work()));
    }

    private Optional<Value> without(Value current, WorkBudget work) {
      if (current instanceof Value.Many(Type type, List<Value> mine)
          && value instanceof Value.Many(Type other, List<Value> removed)
          && type == other) {
        work.spend((long) WorkBudget.SORTED_VALUE * (mine.size() + removed.size()));
        // Sorted, not hashed: texts with the same hash are easily made.
        TreeSet<Value> gone = new TreeSet<>(Order::compare);
        gone.addAll(removed);
        List<Value> left = mine.stream().filter(v -> !gone.contains(v)).toList();
        return left.isEmpty() ? Optional.empty() : Optional.of(Value.Many.of(type, left));
      }
      throw Evaluation.wrongType();
    }
  }
}

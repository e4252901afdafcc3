package dev.rampart.local.tables.expression;

import static dev.rampart.local.tables.value.Refusals.invalid;

import dev.rampart.local.tables.expression.path.Path;
import dev.rampart.local.tables.expression.path.PathTree;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.Value;
import dev.rampart.local.tables.value.WorkBudget;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An update expression. */
public final class UpdateExpression {
  private final List<Action> actions;
  private final WorkBudget work;

  UpdateExpression(List<Action> actions, WorkBudget work) {
    this.actions = List.copyOf(actions);
    this.work = work;
  }

  /** Reads an expression. */
  public static UpdateExpression read(String text, Placeholders names) {
    return ParameterRefusal.of("UpdateExpression", () -> new UpdateParser(text, names).parse());
  }

  /** Returns the paths that the update writes to. */
  public List<Path> paths() {
    return actions.stream().map(Action::path).toList();
  }

  /** Returns the parts that the update writes to, for the return values that begin with UPDATED. */
  public Projection updated() {
    return new Projection(paths());
  }

  /** Returns the item after the update; all operands are taken from the item before it. */
  public Item apply(Item item) {
    Evaluation before = new Evaluation(item, work);
    PathTree<Edit> edits = new PathTree<>();
    for (Action action : actions) {
      edits.put(action.path(), action.edit(before));
    }
    return members(edits, item);
  }

  private static Optional<Value> apply(PathTree<Edit> edits, Optional<Value> current) {
    Optional<Edit> edit = edits.leaf();
    if (edit.isPresent()) {
      return edit.get().on(current);
    }
    if (current.isPresent() && current.get() instanceof Value.Members(Item members)) {
      return Optional.of(new Value.Members(members(edits, members)));
    }
    if (current.isPresent() && current.get() instanceof Value.Elements(List<Value> values)) {
      return Optional.of(new Value.Elements(elements(edits, values)));
    }
    throw invalidPath();
  }

  private static Item members(PathTree<Edit> edits, Item item) {
    Map<String, Value> changed = new LinkedHashMap<>(item.attributes());
    edits.children(
        (step, child) -> {
          if (!(step instanceof Path.Step.Member(String name))) {
            throw invalidPath();
          }
          apply(child, item.get(name))
              .ifPresentOrElse(value -> changed.put(name, value), () -> changed.remove(name));
        });
    return new Item(changed);
  }

  /** Positions count before the update: removals close gaps last, what lies beyond is appended. */
  private static List<Value> elements(PathTree<Edit> edits, List<Value> values) {
    TreeMap<Long, Value> changed = new TreeMap<>();
    for (int i = 0; i < values.size(); i++) {
      changed.put((long) i, values.get(i));
    }
    edits.children(
        (step, child) -> {
          if (!(step instanceof Path.Step.Element(long index))) {
            throw invalidPath();
          }
          Optional<Value> old =
              index < values.size() ? Optional.of(values.get((int) index)) : Optional.empty();
          apply(child, old)
              .ifPresentOrElse(value -> changed.put(index, value), () -> changed.remove(index));
        });
    return new ArrayList<>(changed.values());
  }

  private static RuntimeException invalidPath() {
    return invalid("The document path provided in the update expression is invalid for update");
  }
}

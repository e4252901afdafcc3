package dev.rampart.local.tables.expression;

import dev.rampart.local.tables.expression.path.Path;
import dev.rampart.local.tables.expression.path.PathTree;
import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A projection expression: the parts of an item that are wanted. */
public final class Projection {
  private final List<Path> paths;
  private final PathTree<Boolean> tree = new PathTree<>();

  Projection(List<Path> paths) {
    this.paths = List.copyOf(paths);
    paths.forEach(path -> tree.put(path, true));
  }

  /** Reads an expression. */
  public static Projection read(String text, Placeholders names) {
    return ParameterRefusal.of(
        "ProjectionExpression",
        () -> {
          TokenReader cursor = new TokenReader(text, names);
          PathSet paths = new PathSet(cursor.problems());
          do {
            paths.add(cursor.path());
          } while (cursor.take(","));
          cursor.requireEnd();
          cursor.problems().raise();
          return new Projection(paths.paths());
        });
  }

  /** Returns the paths in the order of the expression. */
  public List<Path> paths() {
    return paths;
  }

  /** Returns the wanted parts that an item has. */
  public Item of(Item item) {
    return members(tree, item).orElse(Item.EMPTY);
  }

  private static Optional<Value> part(PathTree<Boolean> wanted, Value value) {
    if (wanted.leaf().isPresent()) {
      return Optional.of(value);
    }
    return switch (value) {
      case Value.Members(Item members) -> members(wanted, members).map(Value.Members::new);
      case Value.Elements(List<Value> values) -> elements(wanted, values);
      default -> Optional.empty();
    };
  }

  private static Optional<Item> members(PathTree<Boolean> wanted, Item item) {
    Map<String, Value> found = new LinkedHashMap<>();
    wanted.children(
        (step, child) -> {
          if (step instanceof Path.Step.Member(String name)) {
            item.get(name).flatMap(value -> part(child, value)).ifPresent(v -> found.put(name, v));
          }
        });
    return found.isEmpty() ? Optional.empty() : Optional.of(new Item(found));
  }

  private static Optional<Value> elements(PathTree<Boolean> wanted, List<Value> values) {
    TreeMap<Long, Value> found = new TreeMap<>();
    wanted.children(
        (step, child) -> {
          if (step instanceof Path.Step.Element(long index) && index < values.size()) {
            part(child, values.get((int) index)).ifPresent(value -> found.put(index, value));
          }
        });
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(new Value.Elements(new ArrayList<>(found.values())));
  }
}

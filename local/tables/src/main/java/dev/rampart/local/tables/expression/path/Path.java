package dev.rampart.local.tables.expression.path;

import dev.rampart.local.tables.value.Item;
import dev.rampart.local.tables.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a value lies in an item: an attribute, then members and list positions. */
public record Path(List<Step> steps) {

  /** One step of a path. */
  public sealed interface Step {
    /** The member of a map, or the attribute of an item. */
    record Member(String name) implements Step {
      @Override
      public String toString() {
        return name;
      }
    }

    /** The element of a list, counted from 0. */
    record Element(long index) implements Step {
      @Override
      public String toString() {
        return "[" + index + "]";
      }
    }
  }

  /** A path whose steps nobody changes. */
  public Path {
    steps = List.copyOf(steps);
  }

  /** Returns the attribute that the path begins with. */
  public String head() {
    return steps.getFirst().toString();
  }

  /** Says whether the path leads into an attribute. */
  public boolean nested() {
    return steps.size() > 1;
  }

  /** Returns the value at the end of the path; empty if the item has none there. */
  public Optional<Value> find(Item item) {
    Optional<Value> found = Optional.of(new Value.Members(item));
    for (Step step : steps) {
      found = found.flatMap(value -> child(value, step));
    }
    return found;
  }

  private static Optional<Value> child(Value value, Step step) {
    if (value instanceof Value.Members(Item members) && step instanceof Step.Member(String name)) {
      return members.get(name);
    }
    if (value instanceof Value.Elements(List<Value> values)
        && step instanceof Step.Element(long index)
        && index < values.size()) {
      return Optional.of(values.get((int) index));
    }
    return Optional.empty();
  }

  @Override
  public String toString() {
    return steps.stream().map(Object::toString).collect(Collectors.joining(", ", "[", "]"));
  }
}

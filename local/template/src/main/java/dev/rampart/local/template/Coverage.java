package dev.rampart.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run makes of each resource type, property by property. A type or a property that stands in
 * neither map is unknown, and a template that uses it is refused.
 *
 * @param live what the run does; {@link #ALL} stands for every property of a type
 * @param left what it knows and leaves undone
 */
public record Coverage(Map<String, Set<String>> live, Map<String, Set<String>> left) {
  /** Every property of a type. */
  public static final String ALL = "*";

  public Coverage {
    live = Map.copyOf(live);
    left = Map.copyOf(left);
  }

  /** One resource of a stack and what becomes of its properties. */
  public record Line(String logicalId, String type, List<String> live, List<String> left) {}

  /**
   * Compares a stack.
   *
   * @throws TemplateException for the first type or property that is unknown
   */
  public List<Line> of(Stack stack) {
    List<Line> lines = new ArrayList<>();
    for (Resource resource : stack.resources()) {
      if (!live.containsKey(resource.type()) && !left.containsKey(resource.type())) {
        throw new TemplateException(
            stack.file(),
            resource.line(),
            resource.logicalId()
                + ": the type "
                + resource.type()
                + " is unknown to the local run");
      }
      lines.add(line(stack, resource));
    }
    return List.copyOf(lines);
  }

  private Line line(Stack stack, Resource resource) {
    List<String> done = new ArrayList<>();
    List<String> undone = new ArrayList<>();
    for (Map.Entry<String, ?> property : resource.properties().properties()) {
      String name = property.getKey();
      if (holds(live, resource.type(), name)) {
        done.add(name);
      } else if (holds(left, resource.type(), name)) {
        undone.add(name);
      } else {
        throw stack.fault(resource, name, "this property is unknown to the local run");
      }
    }
    return new Line(resource.logicalId(), resource.type(), List.copyOf(done), List.copyOf(undone));
  }

  private static boolean holds(Map<String, Set<String>> map, String type, String property) {
    Set<String> properties = map.getOrDefault(type, Set.of());
    return properties.contains(property) || properties.contains(ALL);
  }
}

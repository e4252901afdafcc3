package dev.rampart.local.template;

import dev.rampart.local.template.source.TemplateException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The resources of a template with every reference resolved, in the order they are written.
 * Immutable: {@link #with} gives another stack.
 */
public final class Stack {
  private final String file;
  private final PseudoParameters pseudo;
  private final List<Resource> resources;
  private final Map<String, String> outputs;
  private final Map<String, PhysicalResource> known;
  private final Function<Map<String, PhysicalResource>, Stack> again;

  Stack(
      String file,
      PseudoParameters pseudo,
      List<Resource> resources,
      Map<String, String> outputs,
      Map<String, PhysicalResource> known,
      Function<Map<String, PhysicalResource>, Stack> again) {
    this.file = file;
    this.pseudo = pseudo;
    this.resources = List.copyOf(resources);
    this.outputs = Map.copyOf(outputs);
    this.known = Map.copyOf(known);
    this.again = again;
  }

  /** Returns the stack in which resources are known by the values that the run gave them. */
  public Stack with(Map<String, PhysicalResource> created) {
    Map<String, PhysicalResource> all = new HashMap<>(known);
    all.putAll(created);
    return again.apply(all);
  }

  public PseudoParameters pseudoParameters() {
    return pseudo;
  }

  public List<Resource> resources() {
    return resources;
  }

  public List<Resource> ofType(String type) {
    return resources.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  public Optional<Resource> find(String logicalId) {
    return resources.stream()
        .filter(resource -> resource.logicalId().equals(logicalId))
        .findFirst();
  }

  /**
   * Returns a resource that has to be there.
   *
   * @throws TemplateException if it is not
   */
  public Resource get(String logicalId) {
    return find(logicalId).orElseThrow(() -> fault("the template has no resource " + logicalId));
  }

  /** Returns the values of the section Outputs. */
  public Map<String, String> outputs() {
    return outputs;
  }

  /** Returns a fault of the template as a whole. */
  public TemplateException fault(String what) {
    return new TemplateException(file, 0, what);
  }
}

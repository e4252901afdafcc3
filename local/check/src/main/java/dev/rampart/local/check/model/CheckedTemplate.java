package dev.rampart.local.check.model;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Stack;
import dev.rampart.local.template.Symbol;
import dev.rampart.local.template.Template;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A template with one choice of parameters, as the rules see it: references are symbols. */
public final class CheckedTemplate {
  private final Template template;
  private final List<Resource> resources;
  private final Map<String, Resource> byId = new HashMap<>();
  private final Map<String, List<Resource>> byType = new HashMap<>();
  private @Nullable Dependencies dependencies;

  /** A template and the stack of symbols that it gives. */
  public CheckedTemplate(Template template, Stack stack) {
    this.template = template;
    this.resources = stack.resources();
    for (Resource resource : resources) {
      byId.put(resource.logicalId(), resource);
      byType.computeIfAbsent(resource.type(), _ -> new ArrayList<>()).add(resource);
    }
  }

  /** Returns the template as it is written. */
  public Template template() {
    return template;
  }

  public List<Resource> resources() {
    return resources;
  }

  /** Returns the resources of some types, in the order they are written. */
  public List<Resource> ofType(String... types) {
    if (types.length == 1) {
      return byType.getOrDefault(types[0], List.of());
    }
    Set<String> wanted = Set.of(types);
    return resources.stream().filter(resource -> wanted.contains(resource.type())).toList();
  }

  public Optional<Resource> find(String logicalId) {
    return Optional.ofNullable(byId.get(logicalId));
  }

  /** Returns the resource that a value points at: the first one that it names. */
  public Optional<Resource> target(JsonNode value) {
    return Symbol.in(value.asText()).stream()
        .flatMap(symbol -> find(symbol.logicalId()).stream())
        .findFirst();
  }

  /** Says whether a value is a reference to a resource of a type, or its ARN, and nothing else. */
  public boolean isTarget(JsonNode value, String type) {
    return isWhole(value)
        && target(value).filter(resource -> resource.type().equals(type)).isPresent();
  }

  /** Says whether a value is a reference to a resource, or its ARN, and nothing else. */
  public boolean isTarget(JsonNode value, Resource resource) {
    return isWhole(value) && target(value).filter(resource::equals).isPresent();
  }

  private static boolean isWhole(JsonNode value) {
    List<Symbol> symbols = Symbol.in(value.asText());
    return symbols.size() == 1 && symbols.getFirst().toString().equals(value.asText());
  }

  /** Returns which resource waits for which. */
  public Dependencies dependencies() {
    if (dependencies == null) {
      dependencies = new Dependencies(this);
    }
    return dependencies;
  }
}

package dev.rampart.local.check.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.rampart.local.template.Json;
import dev.rampart.local.template.Resource;
import dev.rampart.local.template.Symbol;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which resource is made before which, once SAM has made several resources of one: what an API says
 * of its stage is the stage's alone, and what a function says of its deployment is the alias's.
 */
public final class Dependencies {
  private static final Set<String> OF_STAGE =
      Set.of(
          "AccessLogSetting",
          "AlwaysDeploy",
          "CacheClusterEnabled",
          "CacheClusterSize",
          "CanarySetting",
          "MethodSettings",
          "StageName",
          "Tags",
          "TracingEnabled",
          "Variables");
  private static final String OF_ALIAS = "DeploymentPreference";
  // A resource of its own in what SAM makes, on which nothing depends.
  private static final String INVOKE = "EventInvokeConfig";

  private final Map<String, Set<String>> before = new LinkedHashMap<>();
  private final Map<String, Set<String>> reached = new HashMap<>();

  Dependencies(CheckedTemplate subject) {
    for (Resource resource : subject.resources()) {
      Set<String> names = new LinkedHashSet<>();
      names(own(resource), names);
      JsonNode on = resource.beside("DependsOn");
      if (!isAdded(resource)) {
        Json.list(on).forEach(name -> names.add(name.asText()));
      }
      names.removeIf(name -> subject.find(name).isEmpty());
      before.computeIfAbsent(resource.logicalId(), _ -> new LinkedHashSet<>()).addAll(names);
    }
    for (Resource stage : subject.ofType(Types.STAGE)) {
      subject
          .target(stage.property("RestApiId"))
          .ifPresent(api -> add(subject, stage, api.properties().deepCopy().retain(OF_STAGE)));
    }
    for (Resource alias : subject.ofType(Types.ALIAS)) {
      subject
          .target(alias.property("FunctionName"))
          .ifPresent(function -> add(subject, alias, function.property(OF_ALIAS)));
    }
  }

  /** A resource that SAM adds stands in the template within another, which has the DependsOn. */
  private static boolean isAdded(Resource resource) {
    return Set.of(Types.STAGE, Types.ALIAS, Types.MAPPING).contains(resource.type());
  }

  private static ObjectNode own(Resource resource) {
    ObjectNode properties = resource.properties().deepCopy();
    return switch (resource.type()) {
      case Types.API -> properties.remove(OF_STAGE);
      case Types.FUNCTION -> properties.remove(Set.of(OF_ALIAS, INVOKE));
      default -> properties;
    };
  }

  private static void names(JsonNode value, Set<String> names) {
    Symbol.in(value.toString()).forEach(symbol -> names.add(symbol.logicalId()));
  }

  private void add(CheckedTemplate subject, Resource resource, JsonNode value) {
    Set<String> names = new LinkedHashSet<>();
    names(value, names);
    names.removeIf(name -> subject.find(name).isEmpty() || name.equals(resource.logicalId()));
    before.computeIfAbsent(resource.logicalId(), _ -> new LinkedHashSet<>()).addAll(names);
  }

  private Set<String> named(String logicalId) {
    return before.getOrDefault(logicalId, Set.of());
  }

  /** Says whether one resource is made before another, near or far. */
  public boolean isBefore(Resource first, Resource second) {
    return reached.computeIfAbsent(second.logicalId(), this::reach).contains(first.logicalId());
  }

  private Set<String> reach(String logicalId) {
    Set<String> found = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(named(logicalId));
    while (!open.isEmpty()) {
      String name = open.remove();
      if (found.add(name)) {
        open.addAll(named(name));
      }
    }
    return found;
  }

  /** Returns a circle of resources, each of which waits for the next; empty if there is none. */
  public List<String> circle() {
    Set<String> done = new LinkedHashSet<>();
    for (String name : before.keySet()) {
      Optional<List<String>> circle = circle(name, new ArrayList<>(), done);
      if (circle.isPresent()) {
        return circle.get();
      }
    }
    return List.of();
  }

  private Optional<List<String>> circle(String name, List<String> way, Set<String> done) {
    if (way.contains(name)) {
      return Optional.of(List.copyOf(way.subList(way.indexOf(name), way.size())));
    }
    if (!done.add(name)) {
      return Optional.empty();
    }
    way.add(name);
    for (String next : named(name)) {
      Optional<List<String>> circle = circle(next, way, done);
      if (circle.isPresent()) {
        return circle;
      }
    }
    way.removeLast();
    return Optional.empty();
  }
}

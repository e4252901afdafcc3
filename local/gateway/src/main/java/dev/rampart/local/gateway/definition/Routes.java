package dev.rampart.local.gateway.definition;

import dev.rampart.local.protocol.http.PercentDecoder;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds the operation of a path and method. A fixed step of a path goes before a parameter. */
public final class Routes {
  private final List<Route> routes;

  Routes(List<ApiOperation> operations) {
    this.routes =
        operations.stream()
            .map(operation -> new Route(List.of(operation.path().split("/", -1)), operation))
            .sorted(Comparator.comparing(Route::parameters))
            .toList();
  }

  /** An operation, and the values of its path parameters. */
  public record Match(ApiOperation operation, Map<String, String> parameters) {}

  private record Route(List<String> steps, ApiOperation operation) {
    long parameters() {
      return steps.stream().filter(Routes::isParameter).count();
    }

    Optional<Match> match(List<String> path) {
      if (path.size() != steps.size()) {
        return Optional.empty();
      }
      Map<String, String> parameters = new HashMap<>();
      for (int i = 0; i < path.size(); i++) {
        String step = steps.get(i);
        if (isParameter(step) && !path.get(i).isEmpty()) {
          parameters.put(step.substring(1, step.length() - 1), path.get(i));
        } else if (!step.equals(path.get(i))) {
          return Optional.empty();
        }
      }
      return Optional.of(new Match(operation, parameters));
    }
  }

  /**
   * Finds an operation.
   *
   * @param path percent-encoded, already checked
   */
  public Optional<Match> find(String method, String path) {
    List<String> steps = new ArrayList<>();
    for (String step : path.split("/", -1)) {
      steps.add(PercentDecoder.decode(step));
    }
    return routes.stream()
        .filter(route -> route.operation().method().equals(method))
        .flatMap(route -> route.match(steps).stream())
        .findFirst();
  }

  /** Returns all operations, those with fewer parameters in their paths first. */
  public List<ApiOperation> operations() {
    return routes.stream().map(Route::operation).toList();
  }

  /** Returns whether there is a method with this {@linkplain ApiOperation#methodKey key}. */
  public boolean has(String methodKey) {
    return routes.stream().anyMatch(route -> route.operation().methodKey().equals(methodKey));
  }

  /** Returns the methods that a path has, in order; of a path that there is not, those of all. */
  public SortedSet<String> methods(String path) {
    SortedSet<String> methods = new TreeSet<>();
    for (Route route : routes) {
      String method = route.operation().method();
      if (find(method, path).isPresent()) {
        methods.add(method);
      }
    }
    return methods.isEmpty() ? all() : methods;
  }

  private SortedSet<String> all() {
    return routes.stream()
        .map(route -> route.operation().method())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isParameter(String step) {
    return step.startsWith("{");
  }
}

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

/**
 * Finds the operation of a path and method. A fixed step of a path goes before a parameter, and a
 * parameter of one step before a greedy one, which takes all steps from its place on.
 */
public final class Routes {
  private static final String GREEDY = "+}";

  private final List<Route> routes;

  Routes(List<ApiOperation> operations) {
    this.routes =
        operations.stream()
            .map(operation -> new Route(List.of(operation.path().split("/", -1)), operation))
            .sorted(Comparator.comparing(Route::isGreedy).thenComparing(Route::parameters))
            .toList();
  }

  /** An operation, and the values of its path parameters. */
  public record Match(ApiOperation operation, Map<String, String> parameters) {}

  private record Route(List<String> steps, ApiOperation operation) {
    long parameters() {
      return steps.stream().filter(Routes::isParameter).count();
    }

    boolean isGreedy() {
      return steps.getLast().endsWith(GREEDY);
    }

    Optional<Match> match(List<String> path) {
      if (isGreedy() ? path.size() < steps.size() : path.size() != steps.size()) {
        return Optional.empty();
      }
      Map<String, String> parameters = new HashMap<>();
      for (int i = 0; i < steps.size(); i++) {
        String step = steps.get(i);
        if (step.endsWith(GREEDY)) {
          String rest = String.join("/", path.subList(i, path.size()));
          parameters.put(step.substring(1, step.length() - GREEDY.length()), rest);
          return rest.isEmpty() ? Optional.empty() : Optional.of(new Match(operation, parameters));
        }
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
    return match(method, steps).or(() -> withoutSlash(method, steps));
  }

  private Optional<Match> match(String method, List<String> steps) {
    return routes.stream()
        .filter(route -> route.operation().method().equals(method))
        .flatMap(route -> route.match(steps).stream())
        .findFirst();
  }

  /**
   * A resource answers for its path with a slash at the end too, if no other is there. Here it does
   * where the gateway itself answers: no function has to know two paths.
   */
  private Optional<Match> withoutSlash(String method, List<String> steps) {
    return steps.size() > 2 && steps.getLast().isEmpty()
        ? match(method, steps.subList(0, steps.size() - 1))
            .filter(match -> !match.operation().isOfFunction())
        : Optional.empty();
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

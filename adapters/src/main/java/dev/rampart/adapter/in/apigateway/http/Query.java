package dev.rampart.adapter.in.apigateway.http;

import java.util.Optional;
import java.util.Set;

/** The parameters in the query of a request that passed {@link #check}. */
public record Query(ProxyEvent event) {

  /**
   * Returns if every parameter of the query is known and given once.
   *
   * @throws RefusedRequest if one is not
   */
  public static void check(ProxyEvent event, Set<String> known) {
    if (!known.containsAll(event.query().keySet())) {
      String names = known.isEmpty() ? "none" : String.join(", ", known.stream().sorted().toList());
      throw new RefusedRequest(
          CommonProblem.INVALID_QUERY.because("Known query parameters here: " + names + "."));
    }
    if (event.query().values().stream().anyMatch(values -> values.size() != 1)) {
      throw new RefusedRequest(
          CommonProblem.INVALID_QUERY.because("Give each query parameter once."));
    }
  }

  /** Returns the value of a parameter; empty if it is absent. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(event.query().get(name)).map(values -> values.getFirst());
  }
}

package dev.rampart.adapter.in.apigateway;

import java.util.Optional;

/** The parameters in the query of a request, already known and given once. */
record Query(ProxyEvent event) {

  /** Returns why a query is not taken: an unknown name, or one given twice. */
  static Optional<Refusal> refuse(ProxyEvent event, Operation operation) {
    var known = operation.parameters();
    if (!known.containsAll(event.query().keySet())) {
      var names = known.isEmpty() ? "none" : String.join(", ", known.stream().sorted().toList());
      return Optional.of(
          Problem.INVALID_QUERY.because("Known query parameters here: " + names + "."));
    }
    return event.query().values().stream().allMatch(values -> values.size() == 1)
        ? Optional.empty()
        : Optional.of(Problem.INVALID_QUERY.because("Give each query parameter once."));
  }

  /** Returns the value of a parameter; empty where it is absent. */
  Optional<String> value(String name) {
    return Optional.ofNullable(event.query().get(name)).map(values -> values.getFirst());
  }
}

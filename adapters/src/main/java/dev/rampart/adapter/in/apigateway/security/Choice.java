package dev.rampart.adapter.in.apigateway.security;

import dev.rampart.adapter.in.apigateway.http.CommonProblem;
import dev.rampart.adapter.in.apigateway.http.Query;
import dev.rampart.adapter.in.apigateway.http.RefusedRequest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A query parameter with a fixed set of values.
 *
 * @param name the name of each value in the query
 */
record Choice<T>(String parameter, T[] values, Function<T, String> name) {

  /**
   * Returns the value that a query has; empty if the parameter is absent.
   *
   * @throws RefusedRequest if it is none of them
   */
  Optional<T> in(Query query) {
    return query.value(parameter).map(this::value);
  }

  private T value(String text) {
    return Arrays.stream(values)
        .filter(value -> name.apply(value).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new RefusedRequest(
                    CommonProblem.INVALID_QUERY.because(
                        "The parameter `"
                            + parameter
                            + "` must be one of "
                            + Arrays.stream(values).map(name).collect(Collectors.joining(", "))
                            + ".")));
  }
}

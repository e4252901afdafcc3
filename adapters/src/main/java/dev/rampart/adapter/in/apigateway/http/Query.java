package dev.rampart.adapter.in.apigateway.http;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The parameters in the query of a request that passed {@link #check}. */
public record Query(ProxyEvent event) {

  /** Names that may be repeated in an answer; any other text of the client may not. */
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,32}");

  /**
   * Checks that every parameter of the query is known and given once.
   *
   * @throws RefusedRequest if one is not
   */
  public static void check(ProxyEvent event, Set<String> known) {
    Optional<String> unknown =
        event.query().keySet().stream().filter(name -> !known.contains(name)).sorted().findFirst();
    if (unknown.isPresent()) {
      String name =
          unknown
              .filter(text -> PLAIN_NAME.matcher(text).matches())
              .map(text -> ": `" + text + "`")
              .orElse("");
      throw new RefusedRequest(
          CommonProblem.INVALID_QUERY.because(
              "The query has an unknown parameter" + name + ". See " + ApiVersion.CONTRACT + "."));
    }
    if (event.query().values().stream().anyMatch(values -> values.size() != 1)) {
      throw new RefusedRequest(
          CommonProblem.INVALID_QUERY.because(
              "The query has a parameter more than once. Send each parameter once."));
    }
  }

  /** Returns the value of a parameter; empty if it is absent. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(event.query().get(name)).map(values -> values.getFirst());
  }
}

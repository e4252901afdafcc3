package dev.rampart.domain.detection.tuning;

import dev.rampart.domain.common.IpAddress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A request that rules of the firewall counted.
 *
 * @param blocked whether another rule blocked it
 * @param family the path, with ids replaced: see {@link #family(String)}
 * @param matches the rules that counted it, each once; at least one
 * @param labels what rules added to it
 */
public record CountedRequest(
    Instant at,
    boolean blocked,
    String family,
    Optional<IpAddress> client,
    List<CountMatch> matches,
    List<String> labels) {
  public CountedRequest {
    if (matches.isEmpty()) {
      throw new IllegalArgumentException("a counted request has a rule that counted it");
    }
    matches = List.copyOf(matches);
    labels = List.copyOf(labels);
  }

  /** Returns the family of a path: paths that differ in their ids alone, as one. */
  public static String family(String path) {
    return RouteFamily.of(path);
  }
}

package dev.rampart.domain.detection.tuning;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What one rule counted, by family of paths, and the labels of the requests that it matched. */
public final class RuleTally {
  private CountReason reason;
  private final Map<String, PathTally> paths = new TreeMap<>();

  /** The labels that all these requests had; empty before the first one. */
  private Optional<Set<String>> labels = Optional.empty();

  RuleTally(CountReason reason) {
    this.reason = reason;
  }

  /** Notes why the rule counted now: of several ways, that of the latest line holds. */
  void match(CountReason now, Collection<String> labelsNow) {
    reason = now;
    if (labels.isEmpty()) {
      labels = Optional.of(new HashSet<>(labelsNow));
    } else {
      labels.get().retainAll(labelsNow);
    }
  }

  /** Returns why the rule counts and does not block. */
  public CountReason reason() {
    return reason;
  }

  /** Returns what it counted on the paths of each family. */
  public Map<String, PathTally> paths() {
    return paths;
  }

  /** Returns how many requests would have been blocked that nothing else blocked. */
  public long requests() {
    return paths.values().stream().mapToLong(PathTally::requests).sum();
  }

  /** Returns the sums over all paths. */
  public PathTally total() {
    return PathTally.sum(paths.values());
  }

  /**
   * Returns the label that the rule adds: it ends in the name of the rule, in other capitals, or is
   * the only one that all requests have.
   */
  Optional<String> label(String rule) {
    Set<String> all = labels.orElseGet(Set::of);
    String suffix = ":" + rule.toLowerCase(Locale.ROOT);
    return all.stream()
        .filter(label -> label.toLowerCase(Locale.ROOT).endsWith(suffix))
        .findFirst()
        .or(() -> all.size() == 1 ? all.stream().findFirst() : Optional.empty());
  }
}

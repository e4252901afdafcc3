package dev.rampart.domain.detection.tuning;

import java.util.List;

/** What to do with a rule that counts. */
public sealed interface Suggestion {
  /** Most paths of known good clients that a rule leaves out. */
  int PATHS_LEFT_OUT_MAX = 10;

  /** Have it block: no client that is known good would be hit. */
  record BlockEverywhere() implements Suggestion {}

  /** Have it count, and block outside the paths on which known good clients would be hit. */
  record BlockElsewhere(List<String> paths) implements Suggestion {
    public BlockElsewhere {
      paths = List.copyOf(paths);
    }
  }

  /** Have it count: known good clients would be hit wherever it matches. */
  record KeepCounting() implements Suggestion {}

  /** Returns what the table says of a rule. */
  static Suggestion of(CountTable table, CountingRule rule, RuleTally tally) {
    if (rule.equals(CountingRule.OTHER)) {
      return new KeepCounting();
    }
    List<String> hit =
        tally.paths().entrySet().stream()
            .filter(path -> table.knownGood(path.getValue()) > 0)
            .map(path -> path.getKey())
            .toList();
    if (hit.isEmpty()) {
      return new BlockEverywhere();
    }
    boolean canBeNamed = !hit.contains(RouteFamily.OTHER) && hit.size() <= PATHS_LEFT_OUT_MAX;
    return canBeNamed && hit.size() < tally.paths().size()
        ? new BlockElsewhere(hit)
        : new KeepCounting();
  }

  /** Returns the name in JSON. */
  default String wireName() {
    return switch (this) {
      case BlockEverywhere() -> "block";
      case BlockElsewhere _ -> "block-elsewhere";
      case KeepCounting() -> "keep-counting";
    };
  }
}

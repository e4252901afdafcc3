package dev.rampart.domain.detection.tuning;

import java.util.List;

/** What to do with a rule that counts. */
public sealed interface Suggestion {
  /** Most paths of known good clients that a rule leaves out. */
  int PATHS_LEFT_OUT_MAX = 10;

  /**
   * How many clients have to be known good before their absence says anything. If none of thirty
   * was hit, then with 95 % confidence at most a tenth of such clients would be: see <a
   * href="https://doi.org/10.1001/jama.1983.03330370053031">Hanley and Lippman-Hand, the rule of
   * three</a>.
   */
  int KNOWN_GOOD_MIN = 30;

  /** Have it block: no client that is known good would be hit, and nobody who signs in. */
  record BlockEverywhere() implements Suggestion {}

  /** Have it count, and block outside the paths on which those would be hit. */
  record BlockElsewhere(List<String> paths) implements Suggestion {
    public BlockElsewhere {
      paths = List.copyOf(paths);
    }
  }

  /** Have it count: known good clients would be hit wherever it matches. */
  record KeepCounting() implements Suggestion {}

  /** Have it count: too few clients are known good to say that none would be hit. */
  record TooFewKnownGood() implements Suggestion {}

  /** Returns what the table says of a rule. */
  static Suggestion of(CountTable table, CountingRule rule, RuleTally tally) {
    if (rule.equals(CountingRule.OTHER)) {
      return new KeepCounting();
    }
    List<String> hit =
        tally.paths().entrySet().stream()
            .filter(path -> isHit(table, path.getKey(), path.getValue()))
            .map(path -> path.getKey())
            .toList();
    boolean canBeNamed = !hit.contains(RouteFamily.OTHER) && hit.size() <= PATHS_LEFT_OUT_MAX;
    if (!hit.isEmpty() && (!canBeNamed || hit.size() == tally.paths().size())) {
      return new KeepCounting();
    }
    if (table.sample().knownGood() < KNOWN_GOOD_MIN) {
      return new TooFewKnownGood();
    }
    return hit.isEmpty() ? new BlockEverywhere() : new BlockElsewhere(hit);
  }

  /** Whoever signs in is not known yet, and whom it locks out will never be. */
  private static boolean isHit(CountTable table, String family, PathTally tally) {
    return table.knownGood(tally) > 0 || (SignInPath.isOne(family) && tally.requests() > 0);
  }

  /** Returns the name in JSON. */
  default String wireName() {
    return switch (this) {
      case BlockEverywhere() -> "block";
      case BlockElsewhere _ -> "block-elsewhere";
      case KeepCounting() -> "keep-counting";
      case TooFewKnownGood() -> "too-few-known-good";
    };
  }
}

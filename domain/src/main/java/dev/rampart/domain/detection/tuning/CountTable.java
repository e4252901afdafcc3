package dev.rampart.domain.detection.tuning;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What each rule that counts would have blocked, by path and client. Memory is bounded: rules and
 * paths that there is no room for are put together, clients are sampled ({@link ClientSample}).
 */
final class CountTable {
  static final int RULES_MAX = 500;

  /** Most families of paths, those of all rules together. */
  static final int PATHS_MAX = 2_000;

  /** Most clients of paths, all paths together. */
  static final int PAIRS_MAX = 300_000;

  private final ClientSample sample;
  private final int pathsMax;
  private final int pairsMax;
  private final Map<CountingRule, RuleTally> rules =
      new TreeMap<>(Comparator.comparing(CountingRule::fullName));
  private int paths;
  private int pairs;
  private boolean incomplete;

  CountTable(ClientSample sample, int pathsMax, int pairsMax) {
    this.sample = sample;
    this.pathsMax = pathsMax;
    this.pairsMax = pairsMax;
  }

  /** Takes a request that rules counted. */
  void take(CountedRequest request) {
    Optional<Long> client = request.client().map(ClientSample::client);
    for (CountMatch match : request.matches()) {
      RuleTally rule = rule(match);
      rule.match(match.reason(), request.labels());
      PathTally path = path(rule, request.family());
      if (request.blocked()) {
        path.blockedAnyway();
      } else {
        path.request(request.at());
        client.ifPresent(known -> add(path, known));
      }
    }
  }

  private RuleTally rule(CountMatch match) {
    boolean hasRoom = rules.size() < RULES_MAX || rules.containsKey(match.rule());
    incomplete |= !hasRoom;
    return rules.computeIfAbsent(
        hasRoom ? match.rule() : CountingRule.OTHER, _ -> new RuleTally(match.reason()));
  }

  private PathTally path(RuleTally rule, String family) {
    PathTally known = rule.paths().get(family);
    if (known != null) {
      return known;
    }
    if (paths >= pathsMax && !family.equals(RouteFamily.OTHER)) {
      incomplete = true;
      return path(rule, RouteFamily.OTHER);
    }
    paths++;
    PathTally path = new PathTally();
    rule.paths().put(family, path);
    return path;
  }

  private void add(PathTally path, long client) {
    if (sample.holds(client) && path.client(client)) {
      pairs++;
      while (pairs > pairsMax) {
        sample.thin();
        pairs = 0;
        tallies().forEach(each -> pairs += each.thin(sample));
      }
    }
  }

  private Stream<PathTally> tallies() {
    return rules.values().stream().flatMap(rule -> rule.paths().values().stream());
  }

  /** Returns the rules; what holds for the clients of a path, holds as far as they are sampled. */
  Map<CountingRule, RuleTally> rules() {
    return rules;
  }

  /** Returns the estimated number of clients. */
  long clients(PathTally tally) {
    return tally.clients().stream().filter(sample::holds).count() * sample.clientsPerMember();
  }

  /** Returns the estimated number of clients that are known good. */
  long knownGood(PathTally tally) {
    return tally.clients().stream().filter(sample::isKnownGood).count() * sample.clientsPerMember();
  }

  /** Returns whether there were more rules or families of paths than there is room for. */
  boolean isIncomplete() {
    return incomplete;
  }

  ClientSample sample() {
    return sample;
  }
}

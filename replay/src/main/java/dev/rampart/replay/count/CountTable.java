package dev.rampart.replay.count;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.common.IpAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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

  private static final Pattern LABEL = Pattern.compile("[0-9A-Za-z_:-]{1,1024}");
  private static final String BLOCK = "BLOCK";

  private final ClientSample sample;
  private final int pathsMax;
  private final int pairsMax;
  private final Map<CountingRule, RuleTally> rules =
      new TreeMap<>(Comparator.comparing(CountingRule::label));
  private int paths;
  private int pairs;
  private boolean incomplete;

  CountTable(ClientSample sample, int pathsMax, int pairsMax) {
    this.sample = sample;
    this.pathsMax = pathsMax;
    this.pairsMax = pairsMax;
  }

  /** Takes a record of AWS WAF, which has a time. */
  void take(JsonNode firewallRecord) {
    List<CountMatch> matches = CountMatch.of(firewallRecord);
    if (matches.isEmpty()) {
      return;
    }
    Instant at = Instant.ofEpochMilli(firewallRecord.path("timestamp").asLong());
    boolean blocked = firewallRecord.path("action").asText().equals(BLOCK);
    JsonNode request = firewallRecord.path("httpRequest");
    String family = RouteFamily.of(request.path("uri").asText());
    OptionalLong client = client(request);
    List<String> labels = labels(firewallRecord);
    for (CountMatch match : matches) {
      RuleTally rule = rule(match);
      rule.match(match.reason(), labels);
      PathTally path = path(rule, family);
      if (blocked) {
        path.blockedAnyway();
      } else {
        path.request(at);
        client.ifPresent(known -> add(path, known));
      }
    }
  }

  private static OptionalLong client(JsonNode request) {
    Optional<IpAddress> address = IpAddress.parse(request.path("clientIp").asText());
    return address.isPresent()
        ? OptionalLong.of(ClientSample.client(address.get()))
        : OptionalLong.empty();
  }

  private static List<String> labels(JsonNode firewallRecord) {
    return StreamSupport.stream(firewallRecord.path("labels").spliterator(), false)
        .map(label -> label.path("name").asText())
        .filter(label -> LABEL.matcher(label).matches())
        .toList();
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

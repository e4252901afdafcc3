package dev.rampart.domain.detection.tuning;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import java.util.List;
import java.util.Map;

/**
 * Says of each rule of AWS WAF that counts, which requests it would have blocked, and of whom.
 *
 * <p>A client is known good if it signed in or got an object of its own, and did nothing that
 * honest clients hardly ever do; what a rule counted does not speak against it. The order of what
 * is taken makes no difference.
 */
public final class CountToBlock {
  private final ClientSample sample;
  private final CountTable table;

  /** Starts with nothing. */
  public CountToBlock() {
    this(ClientSample.CLIENTS_MAX, CountTable.PATHS_MAX, CountTable.PAIRS_MAX);
  }

  CountToBlock(int clientsMax, int pathsMax, int pairsMax) {
    this.sample = new ClientSample(clientsMax);
    this.table = new CountTable(sample, pathsMax, pairsMax);
  }

  /** Takes what speaks for or against a client. */
  public void take(Signal signal) {
    if (signal.source().address().isEmpty()) {
      return;
    }
    long client = ClientSample.client(signal.source().address().get());
    if (signal.point().kind().isCounterEvidence()) {
      sample.good(client);
    } else if (isHostile(signal.point())) {
      sample.hostile(client);
    }
  }

  private static boolean isHostile(DetectionPoint point) {
    return point == DetectionPoint.TOKEN_FORGED
        || (point.kind().isHostile() && point != DetectionPoint.WAF_COUNT_MATCH);
  }

  /** Takes a request that rules counted. */
  public void take(CountedRequest request) {
    table.take(request);
  }

  /** Returns what each rule counted, in the order of their names. */
  public Map<CountingRule, RuleTally> rules() {
    return table.rules();
  }

  /** Returns the estimated number of clients whose requests would have been blocked. */
  public long clients(PathTally tally) {
    return table.clients(tally);
  }

  /** Returns the estimated number of those among them that are known good. */
  public long knownGood(PathTally tally) {
    return table.knownGood(tally);
  }

  /** Returns the estimated number of all clients that are known good. */
  public long knownGood() {
    return sample.knownGood();
  }

  /** Returns how many clients each of the sample stands for; 1 if all were told apart. */
  public long clientsPerSample() {
    return sample.clientsPerMember();
  }

  /** Returns what a reader has to know of the limits of all this, in words. */
  public List<String> warnings() {
    return CountWarning.of(table).stream().map(warning -> warning.text(table)).toList();
  }

  /** Returns what to do with a rule. */
  public Suggestion suggestion(CountingRule rule, RuleTally tally) {
    return Suggestion.of(table, rule, tally);
  }

  /** Returns that as lines of a template; empty if nothing is to be changed. */
  public String yaml(CountingRule rule, RuleTally tally) {
    return OverrideYaml.of(rule, tally.reason(), suggestion(rule, tally), tally.label(rule.name()));
  }
}

package dev.rampart.benchmark.detection.peer;

import dev.rampart.domain.detection.detector.Detectors;
import java.util.List;
import java.util.function.Supplier;

/**
 * A product whose rules are compared.
 *
 * @param name in tables
 * @param fresh makes its rules without any state
 */
public record Peer(String name, Supplier<PeerRule> fresh) {

  /** Returns all that are compared. */
  public static List<Peer> all() {
    return List.of(
        new Peer("Rampart", () -> new Rampart(Detectors.standard())),
        new Peer("AWS automations", () -> new WithoutRepeats(new AwsAutomations())),
        new Peer("CrowdSec", () -> new WithoutRepeats(new CrowdSec())),
        new Peer("fail2ban", () -> new WithoutRepeats(new Fail2ban())),
        new Peer("Elastic fuzz", () -> new WithoutRepeats(new ElasticFuzzSearch())),
        new Peer("Elastic sign-in", () -> new WithoutRepeats(new ElasticSignInSearches())));
  }
}

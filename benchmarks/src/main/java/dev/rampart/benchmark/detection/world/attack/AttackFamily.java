package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import java.util.List;

/** A way to attack an API. */
public interface AttackFamily {

  /** Returns the name in tables. */
  String name();

  /** Writes one campaign, of which everything that can differ is drawn. */
  void play(Script script, Scene scene, Draw draw);

  /** Returns all families. */
  static List<AttackFamily> all() {
    return List.of(
        new BurstProbeAttack(),
        new SlowProbeAttack(),
        new DistributedSignatureAttack(),
        new BruteForceAttack(),
        new DistributedBruteForceAttack(),
        new StuffingAttack(),
        new DistributedStuffingAttack(),
        new PrincipalEnumerationAttack(),
        new SourceEnumerationAttack(),
        new NetworkEnumerationAttack(),
        new NetworkProbingAttack(),
        new TokenAbuseAttack(),
        new ApiKeyGuessingAttack(),
        new SchemaFuzzingAttack(),
        new InjectionProbingAttack(),
        new FloodAttack(),
        new RotatingSourcesAttack(),
        new NetworkHoppingAttack(),
        new AdaptiveAttack(),
        new StolenKeyAttack());
  }
}

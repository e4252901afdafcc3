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
        new BurstProbe(),
        new SlowProbe(),
        new DistributedSignature(),
        new BruteForce(),
        new DistributedBruteForce(),
        new Stuffing(),
        new DistributedStuffing(),
        new PrincipalEnumeration(),
        new SourceEnumeration(),
        new NetworkEnumeration(),
        new TokenAbuse(),
        new ApiKeyGuessing(),
        new SchemaFuzzing(),
        new InjectionProbing(),
        new Flood(),
        new RotatingSources(),
        new NetworkHopping(),
        new AdaptiveAttack(),
        new StolenKey());
  }
}

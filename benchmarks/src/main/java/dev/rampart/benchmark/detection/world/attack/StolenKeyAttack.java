package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Machine;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/**
 * An API key that its owner uses from his networks, and a thief from another: it works, and then is
 * denied.
 */
final class StolenKeyAttack implements AttackFamily {

  @Override
  public String name() {
    return "stolen-key";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    Source owner = scene.visitor(draw);
    Source thief = scene.visitor(draw);
    String key = scene.apiKey(draw);
    Person user = scene.person(draw);
    EnumerationAttack enumeration = new EnumerationAttack(scene, draw);
    double works = draw.uniform(0.05, 0.7);
    double denied = draw.unit();
    boolean revoked = draw.chance(0.5);
    Pace pace = Pace.drawn(draw, Duration.ofSeconds(1), Duration.ofMinutes(10));
    int requests = draw.logWhole(12, 150);
    Source from = thief.withApiKeyId(key).withPrincipal(user.principal());
    long at = pace.start(draw, requests);
    Machine.drawn(draw, owner, key, user).work(script.bystanders(), scene, draw, 0, at);
    for (int i = 0; i < requests; i++) {
      if (draw.chance(works)) {
        script.objectRead(at, from, scene.collection(draw), scene.object(draw));
      } else if (revoked && i > requests / 2) {
        script.tokenInvalid(at, from, scene.collection(draw));
      } else if (draw.chance(denied)) {
        script.scopeDenied(at, from, scene.collection(draw));
      } else {
        enumeration.request(script, scene, draw, at, from);
      }
      at += pace.next(draw, i);
    }
  }
}

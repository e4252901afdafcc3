package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.ProbeKit;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.util.List;

/** A user whose requests come from a new address every few requests. */
final class RotatingSourcesAttack implements AttackFamily {

  @Override
  public String name() {
    return "rotating-sources";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    Person user = scene.person(draw);
    EnumerationAttack.foundEverywhere(script);
    EnumerationAttack enumeration = new EnumerationAttack(scene, draw);
    ProbeKit kit = new ProbeKit(draw, scene);
    double probing = draw.chance(0.5) ? 0 : draw.unit();
    int stay = draw.logWhole(1, 6);
    Pace pace = Pace.drawn(draw, Duration.ofSeconds(1), Duration.ofMinutes(5));
    int requests = draw.logWhole(15, 200);
    List<Source> sources = scene.visitors(draw, requests / stay + 1);
    long at = pace.start(draw, requests);
    for (int i = 0; i < requests; i++) {
      Source from = sources.get(i / stay).withPrincipal(user.principal());
      if (draw.chance(probing)) {
        kit.injection(script, draw, at, from, scene.collection(draw));
      } else if (draw.chance(0.1)) {
        script.scopeDenied(at, from, scene.collection(draw));
      } else {
        enumeration.request(script, scene, draw, at, from);
      }
      at += pace.next(draw, i);
    }
  }
}

package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.util.List;

/** A signed-in user asks for the objects of others, from one address or several. */
final class PrincipalEnumerationAttack implements AttackFamily {

  @Override
  public String name() {
    return "principal-enumeration";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    EnumerationAttack enumeration = new EnumerationAttack(scene, draw);
    Person user = scene.person(draw);
    int places = draw.chance(0.5) ? 1 : draw.logWhole(2, 10);
    if (places > 1) {
      EnumerationAttack.foundEverywhere(script);
    }
    List<Source> sources =
        scene.visitors(draw, places).stream()
            .map(place -> place.withPrincipal(user.principal()))
            .toList();
    Pace pace = Pace.drawn(draw, Duration.ofMillis(100), Duration.ofMinutes(2));
    int requests = draw.logWhole(15, 500);
    long at = pace.start(draw, requests);
    for (int i = 0; i < requests; i++) {
      enumeration.request(script, scene, draw, at, draw.of(sources));
      at += pace.next(draw, i);
    }
  }
}

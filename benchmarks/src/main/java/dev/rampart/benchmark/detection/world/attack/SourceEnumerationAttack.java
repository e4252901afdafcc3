package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.util.List;

/** One address asks for the objects of others as several users, a few requests each. */
final class SourceEnumerationAttack implements AttackFamily {

  @Override
  public String name() {
    return "source-enumeration";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    EnumerationAttack enumeration = new EnumerationAttack(scene, draw);
    List<Person> users = scene.people(draw, draw.logWhole(2, 15));
    Source place = scene.visitor(draw);
    Pace pace = Pace.drawn(draw, Duration.ofMillis(100), Duration.ofMinutes(2));
    int requests = draw.logWhole(15, 400);
    long at = pace.start(draw, requests);
    for (int i = 0; i < requests; i++) {
      Source from = place.withPrincipal(draw.of(users).principal());
      enumeration.request(script, scene, draw, at, from);
      at += pace.next(draw, i);
    }
  }
}

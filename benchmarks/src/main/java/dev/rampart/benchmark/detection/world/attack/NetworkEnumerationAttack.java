package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.util.List;

/** A whole network of 256 addresses asks for the objects of others, a few requests each. */
final class NetworkEnumerationAttack implements AttackFamily {

  @Override
  public String name() {
    return "network-enumeration";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    EnumerationAttack enumeration = new EnumerationAttack(scene, draw);
    List<Source> sources = scene.neighbours(draw, draw.logWhole(8, 200));
    List<Person> users = scene.people(draw, draw.logWhole(1, 20));
    boolean anonymous = draw.chance(0.3);
    EnumerationAttack.foundEverywhere(script);
    Pace pace = Pace.drawn(draw, Duration.ofMillis(50), Duration.ofMinutes(1));
    int requests = draw.logWhole(30, 600);
    long at = pace.start(draw, requests);
    for (int i = 0; i < requests; i++) {
      Source from = draw.of(sources);
      enumeration.request(
          script,
          scene,
          draw,
          at,
          anonymous ? from : from.withPrincipal(draw.of(users).principal()));
      at += pace.next(draw, i);
    }
  }
}

package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/**
 * Offices, schools and carriers behind one address, with hundreds of users who err as often as
 * others.
 */
final class SharedEgress implements Trap {

  @Override
  public String name() {
    return "shared-egress";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    for (int i = scene.crowd(draw, 4); i > 0; i--) {
      Source place = scene.visitor(draw);
      double failing = draw.log(0.03, 0.3);
      int users = draw.logWhole(40, 600);
      long start = Pace.begin(draw, Duration.ofHours(7));
      double length = draw.uniform(0.5, 1) * Scene.LENGTH.toMillis();
      for (int user = 0; user < users; user++) {
        Person person = scene.person(draw);
        long at = start + Math.round(draw.uniform(0, length));
        while (draw.chance(failing)) {
          script.signInFailed(at, place, person);
          at += 3_000 + Math.round(draw.exponential(20_000));
        }
        script.signedIn(at, place, person);
        later(script, scene, draw, at, place.withPrincipal(person.principal()));
      }
    }
  }

  private static void later(Script script, Scene scene, Draw draw, long signIn, Source from) {
    String collection = scene.collection(draw);
    long at = signIn + Math.round(draw.exponential(Duration.ofMinutes(30)));
    switch (draw.whole(0, 9)) {
      case 0 -> script.violation(at, from, collection, scene.field(draw), "required");
      case 1 -> script.objectNotFound(at, from, collection, scene.object(draw));
      case 2 -> script.tokenExpired(at, from, collection);
      default -> script.objectRead(at, from, collection, scene.object(draw));
    }
  }
}

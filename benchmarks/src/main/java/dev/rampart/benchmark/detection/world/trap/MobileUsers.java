package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/** Users of phones who change from network to network, and whose token expires on the way. */
final class MobileUsers implements Trap {

  @Override
  public String name() {
    return "mobile-user";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    for (int i = scene.crowd(draw, 22); i > 0; i--) {
      Person person = scene.person(draw);
      String collection = scene.collection(draw);
      long at = Pace.begin(draw, Duration.ofHours(3));
      for (int places = draw.logWhole(2, 7); places > 0; places--) {
        Source place = scene.visitor(draw).withClient("mobile");
        Source from = place.withPrincipal(person.principal());
        for (int n = draw.whole(1, 3); n > 0; n--) {
          act(script, scene, draw, at, place, from, person, collection);
          at += 2_000 + Math.round(draw.exponential(60_000));
        }
        at += Math.round(draw.exponential(Duration.ofMinutes(25)));
      }
    }
  }

  private static void act(
      Script script,
      Scene scene,
      Draw draw,
      long at,
      Source place,
      Source from,
      Person person,
      String collection) {
    switch (draw.whole(0, 4)) {
      case 0 -> script.tokenExpired(at, from, collection);
      case 1 -> script.signedIn(at, place, person);
      case 2 -> script.objectNotFound(at, from, collection, scene.object(draw));
      case 3 -> script.signInFailed(at, place, person);
      default -> script.objectRead(at, from, collection, scene.object(draw));
    }
  }
}

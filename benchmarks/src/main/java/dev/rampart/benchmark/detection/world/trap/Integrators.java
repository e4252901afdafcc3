package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/** Developers who try the API out: a little of every error, and now and then it works. */
final class Integrators implements Trap {

  @Override
  public String name() {
    return "integrator";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    for (int i = scene.crowd(draw, 6); i > 0; i--) {
      Person developer = scene.person(draw);
      Source place = scene.visitor(draw);
      Source from = place.withPrincipal(developer.principal()).withApiKeyId(scene.apiKey(draw));
      double works = draw.uniform(0.1, 0.6);
      Pace pace = Pace.drawn(draw, Duration.ofSeconds(15), Duration.ofMinutes(6));
      int requests = draw.logWhole(8, 120);
      long at = pace.start(draw, requests);
      for (int n = 0; n < requests; n++) {
        if (draw.chance(works)) {
          script.objectRead(at, from, scene.collection(draw), scene.object(draw));
        } else {
          err(script, scene, draw, at, place, from, developer);
        }
        at += pace.next(draw, n);
      }
    }
  }

  private static void err(
      Script script, Scene scene, Draw draw, long at, Source place, Source from, Person developer) {
    String collection = scene.collection(draw);
    switch (draw.whole(0, 8)) {
      case 0 -> script.signInFailed(at, place, developer);
      case 1 -> script.signedIn(at, place, developer);
      case 2 -> script.tokenInvalid(at, place, collection);
      case 3 -> script.scopeDenied(at, from, collection);
      case 4 -> script.objectNotFound(at, from, collection, "example-" + draw.whole(1, 4));
      case 5 -> script.routeUnknown(at, from, collection + "/" + draw.whole(1, 5));
      case 6 -> script.massAssignment(at, from, collection, scene.field(draw));
      default -> script.violation(at, from, collection, scene.field(draw), "required");
    }
  }
}

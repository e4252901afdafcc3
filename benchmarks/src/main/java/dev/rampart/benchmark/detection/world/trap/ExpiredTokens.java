package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;

/** Clients whose token expired: they are refused once or a few times and sign in again. */
final class ExpiredTokens implements Trap {

  @Override
  public String name() {
    return "expired-token";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    double signsIn = draw.uniform(0.4, 1);
    for (int i = scene.crowd(draw, 140); i > 0; i--) {
      Person person = scene.person(draw);
      Source place = scene.visitor(draw).withClient(scene.client(draw));
      Source from = draw.chance(0.6) ? place.withPrincipal(person.principal()) : place;
      String route = scene.collection(draw);
      long at = Pace.anyTime(draw);
      // A page sends several requests at once; a program tries one again after a while.
      boolean atOnce = draw.chance(0.15);
      double gap = atOnce ? draw.log(20, 1_000) : draw.log(2_000, 120_000);
      for (int tries = draw.logWhole(1, atOnce ? 10 : 4); tries > 0; tries--) {
        script.tokenExpired(at, from, route);
        at += 1 + Math.round(draw.exponential(gap));
      }
      if (draw.chance(signsIn)) {
        script.signedIn(at, place, person);
      }
    }
  }
}

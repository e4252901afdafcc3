package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/**
 * A release of a client that sends one request wrongly: hundreds of clients, one route, one error.
 */
final class BadRelease implements Trap {

  @Override
  public String name() {
    return "bad-release";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    if (draw.chance(0.3)) {
      return;
    }
    String route = scene.collection(draw);
    String field = scene.field(draw);
    String gone = "/v0/" + draw.hex(4);
    int kind = draw.whole(0, 3);
    double length = draw.millis(Duration.ofMinutes(10), Duration.ofHours(5));
    long start = Pace.begin(draw, length);
    double perClient = draw.log(1, 5);
    for (int i = scene.crowd(draw, 130); i > 0; i--) {
      Person person = scene.person(draw);
      Source from = scene.visitor(draw).withClient("mobile").withPrincipal(person.principal());
      long at = start + Math.round(draw.uniform(0, length));
      for (double left = 1 + draw.exponential(perClient - 0.9); left >= 1; left--) {
        switch (kind) {
          case 0 -> script.routeUnknown(at, from, gone);
          case 1 -> script.scopeDenied(at, from, route);
          default -> script.violation(at, from, route, field, "required");
        }
        at += 1_000 + Math.round(draw.exponential(120_000));
      }
    }
  }
}

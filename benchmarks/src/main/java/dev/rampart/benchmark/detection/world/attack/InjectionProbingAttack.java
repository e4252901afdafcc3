package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.ProbeKit;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/** Tries injections into the fields of the API by hand or with a slow tool. */
final class InjectionProbingAttack implements AttackFamily {

  @Override
  public String name() {
    return "injection-probing";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    boolean signedIn = draw.chance(0.5);
    Source place = scene.visitor(draw);
    Source from = signedIn ? place.withPrincipal(scene.person(draw).principal()) : place;
    DetectionPoint favourite = ProbeKit.injectionPoint(draw);
    double loyalty = draw.unit();
    double scoreMin = draw.uniform(0.4, 0.9);
    double errors = draw.chance(0.5) ? 0 : draw.log(0.05, 0.6);
    Pace pace = Pace.drawn(draw, Duration.ofSeconds(15), Duration.ofMinutes(15));
    int requests = draw.logWhole(8, 80);
    long at = pace.start(draw, requests);
    for (int i = 0; i < requests; i++) {
      String route = scene.collection(draw);
      if (draw.chance(errors)) {
        script.violation(at, from, route, scene.field(draw), "pattern");
      } else {
        DetectionPoint point = draw.chance(loyalty) ? favourite : ProbeKit.injectionPoint(draw);
        script.injection(at, from, point, route, scene.field(draw), draw.uniform(scoreMin, 1));
      }
      at += pace.next(draw, i);
    }
  }
}

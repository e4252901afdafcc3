package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.util.List;

/** Overloads one point from many addresses within minutes. */
final class FloodAttack implements AttackFamily {

  @Override
  public String name() {
    return "flood";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    List<Source> sources = scene.visitors(draw, draw.logWhole(30, 400));
    int requests = draw.logWhole(150, 2_000);
    double length = draw.millis(Duration.ofMinutes(1), Duration.ofMinutes(12));
    long start = Pace.begin(draw, length);
    String route = scene.collection(draw);
    int kind = draw.whole(0, 3);
    script.foundEverywhere(
        List.of(
                DetectionPoint.THROTTLED,
                DetectionPoint.ROUTE_UNKNOWN,
                DetectionPoint.AUTH_FAIL,
                DetectionPoint.SCHEMA_VIOLATION)
            .get(kind));
    script.foundEverywhere(DetectionPoint.WAF_RATE);
    double rateRule = draw.chance(0.5) ? 0 : draw.log(0.01, 0.3);
    for (int i = 0; i < requests; i++) {
      long at = start + Math.round(draw.uniform(0, length));
      Source from = draw.of(sources);
      if (draw.chance(rateRule)) {
        script.wafRate(at, from);
      } else {
        request(script, scene, draw, kind, at, from, route);
      }
    }
  }

  private static void request(
      Script script, Scene scene, Draw draw, int kind, long at, Source from, String route) {
    switch (kind) {
      case 0 -> script.throttled(at, from, route);
      case 1 -> script.routeUnknown(at, from, "/" + draw.hex(6));
      case 2 -> script.signInFailed(at, from, scene.person(draw));
      default -> script.violation(at, from, route, "/", "type");
    }
  }
}

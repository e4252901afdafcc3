package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.util.List;

/** Tries many accounts from many addresses, with a few tries from each. */
final class DistributedStuffingAttack implements AttackFamily {

  @Override
  public String name() {
    return "distributed-stuffing";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    List<Source> sources = scene.visitors(draw, draw.logWhole(20, 400));
    int perSource = draw.logWhole(1, 6);
    double success = draw.chance(0.4) ? 0 : draw.log(0.002, 0.03);
    double length = draw.millis(Duration.ofMinutes(5), Duration.ofHours(3));
    long start = Pace.begin(draw, length);
    script.foundEverywhere(DetectionPoint.AUTH_FAIL);
    for (Source from : sources) {
      for (int tries = draw.whole(1, perSource); tries > 0; tries--) {
        long at = start + Math.round(draw.uniform(0, length));
        Person victim = scene.person(draw);
        if (draw.chance(success)) {
          script.signedIn(at, from, victim);
        } else {
          script.signInFailed(at, from, victim);
        }
      }
    }
  }
}

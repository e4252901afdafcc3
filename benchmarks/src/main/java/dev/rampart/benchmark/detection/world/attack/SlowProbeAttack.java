package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.ProbeKit;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/** A scanner that waits between its requests so that nobody looks. */
final class SlowProbeAttack implements AttackFamily {

  @Override
  public String name() {
    return "slow-probe";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    ProbeKit kit = new ProbeKit(draw, scene);
    Source from = scene.visitor(draw);
    Pace pace = Pace.drawn(draw, Duration.ofSeconds(20), Duration.ofMinutes(15));
    int requests = draw.logWhole(12, 120);
    long at = pace.start(draw, requests);
    for (int i = 0; i < requests; i++) {
      kit.request(script, draw, at, from);
      at += pace.next(draw, i);
    }
  }
}

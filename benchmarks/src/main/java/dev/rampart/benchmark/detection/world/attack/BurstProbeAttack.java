package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.ProbeKit;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/** A scanner that runs through its list of paths and payloads from one address. */
final class BurstProbeAttack implements AttackFamily {

  @Override
  public String name() {
    return "burst-probe";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    ProbeKit kit = new ProbeKit(draw, scene);
    Source from = scene.visitor(draw);
    Pace pace = Pace.drawn(draw, Duration.ofMillis(50), Duration.ofSeconds(8));
    int requests = draw.logWhole(12, 1_200);
    long at = pace.start(draw, requests);
    for (int i = 0; i < requests; i++) {
      kit.request(script, draw, at, from);
      at += pace.next(draw, i);
    }
  }
}

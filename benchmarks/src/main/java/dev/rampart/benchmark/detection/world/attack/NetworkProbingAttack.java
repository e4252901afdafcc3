package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.ProbeKit;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.util.List;

/** A scanner whose requests come from one address of a network after the other. */
final class NetworkProbingAttack implements AttackFamily {

  @Override
  public String name() {
    return "network-probing";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    ProbeKit.foundBySignatures(script);
    ProbeKit kit = new ProbeKit(draw, scene);
    int stay = draw.logWhole(1, 4);
    Pace pace = Pace.drawn(draw, Duration.ofSeconds(1), Duration.ofMinutes(5));
    int requests = draw.logWhole(20, 200);
    List<Source> sources = scene.neighbours(draw, requests / stay + 1);
    long at = pace.start(draw, requests);
    for (int i = 0; i < requests; i++) {
      kit.request(script, draw, at, sources.get(i / stay % sources.size()));
      at += pace.next(draw, i);
    }
  }
}

package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.ProbeKit;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;

/** The noise of the internet: hundreds of addresses with one to three probes each. */
final class BackgroundProbes implements Trap {

  @Override
  public String name() {
    return "background-probe";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    for (int i = scene.crowd(draw, 260); i > 0; i--) {
      Source from = scene.visitor(draw);
      long at = Pace.anyTime(draw);
      for (int hits = draw.logWhole(1, 3); hits > 0; hits--) {
        probe(script, draw, at, from);
        at += 200 + Math.round(draw.exponential(20_000));
      }
    }
  }

  private static void probe(Script script, Draw draw, long at, Source from) {
    String pathClass = ProbeKit.sensitiveClass(draw);
    String path = ProbeKit.sensitivePath(draw, pathClass);
    switch (draw.whole(0, 5)) {
      case 0 -> script.wafRule(at, from, ProbeKit.firewallRule(draw), path);
      case 1, 2 -> script.routeUnknown(at, from, path);
      default -> script.sensitivePath(at, from, pathClass, path);
    }
  }
}

package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/** Search engines that ask for pages that were there years ago. */
final class Crawlers implements Trap {

  @Override
  public String name() {
    return "crawler";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    for (int i = scene.crowd(draw, 6); i > 0; i--) {
      Source from = scene.visitor(draw);
      int links = draw.logWhole(10, 250);
      Pace pace = Pace.drawn(draw, Duration.ofMillis(800), Duration.ofMinutes(2));
      double repeats = draw.log(0.01, 0.3);
      long at = pace.start(draw, links);
      String last = "/";
      for (int link = 0; link < links; link++) {
        last = draw.chance(repeats) ? last : "/archive/" + draw.hex(6);
        script.routeUnknown(at, from, last);
        at += pace.next(draw, link);
      }
    }
  }
}

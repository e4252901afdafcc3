package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/** Programs that check a list of links again and again, of which many are dead. */
final class LinkMonitors implements Trap {

  @Override
  public String name() {
    return "link-monitor";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    for (int i = scene.crowd(draw, 4); i > 0; i--) {
      Source from = scene.visitor(draw);
      int links = draw.logWhole(2, 40);
      String site = draw.hex(4);
      double round = draw.millis(Duration.ofMinutes(5), Duration.ofHours(2));
      double gap = draw.log(300, 20_000);
      for (long start = Pace.begin(draw, Duration.ofHours(7));
          start < Scene.LENGTH.toMillis();
          start += Math.round(Math.max(round, links * gap))) {
        for (int link = 0; link < links; link++) {
          script.routeUnknown(start + Math.round(link * gap), from, "/" + site + "/" + link);
        }
      }
    }
  }
}

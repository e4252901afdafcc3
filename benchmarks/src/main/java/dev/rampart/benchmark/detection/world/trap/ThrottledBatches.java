package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/** Batch clients that send faster than their plan allows and try again. */
final class ThrottledBatches implements Trap {

  @Override
  public String name() {
    return "throttled-batch";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    for (int i = scene.crowd(draw, 5); i > 0; i--) {
      Source from = scene.visitor(draw).withApiKeyId(scene.apiKey(draw));
      String route = scene.collection(draw);
      for (int batch = draw.logWhole(1, 6); batch > 0; batch--) {
        int refused = draw.logWhole(5, 250);
        Pace pace = Pace.drawn(draw, Duration.ofMillis(100), Duration.ofSeconds(30));
        long at = pace.start(draw, refused);
        for (int n = 0; n < refused; n++) {
          script.throttled(at, from, route);
          at += pace.next(draw, n);
        }
      }
    }
  }
}

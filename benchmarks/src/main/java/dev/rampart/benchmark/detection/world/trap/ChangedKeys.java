package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.util.List;

/** Owners who changed their API key, or let it expire, and forgot some of their machines. */
final class ChangedKeys implements Trap {

  @Override
  public String name() {
    return "changed-key";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    for (int i = scene.crowd(draw, 3); i > 0; i--) {
      String key = scene.apiKey(draw);
      String route = scene.collection(draw);
      List<Source> machines =
          scene.visitors(draw, draw.logWhole(2, 14)).stream()
              .map(place -> place.withApiKeyId(key))
              .toList();
      long change = Pace.begin(draw, Duration.ofHours(2).toMillis());
      double noticed = draw.log(Duration.ofMinutes(5).toMillis(), Duration.ofHours(3).toMillis());
      for (Source machine : machines) {
        Pace pace = Pace.drawn(draw, Duration.ofSeconds(30), Duration.ofMinutes(15));
        long end = change + Math.round(draw.uniform(0.2, 1) * noticed);
        int n = 0;
        for (long at = change % 60_000; at < Scene.LENGTH.toMillis(); at += pace.next(draw, n++)) {
          if (at >= change && at < end) {
            script.tokenInvalid(at, machine, route);
          } else {
            script.objectRead(at, machine, route, scene.object(draw));
          }
        }
      }
    }
  }
}

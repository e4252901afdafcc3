package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Machine;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

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
      Person owner = scene.person(draw);
      String route = scene.collection(draw);
      long change = Pace.begin(draw, Duration.ofHours(2));
      double noticed = draw.millis(Duration.ofMinutes(5), Duration.ofHours(3));
      for (Source place : scene.visitors(draw, draw.logWhole(2, 14))) {
        Machine machine = Machine.drawn(draw, place, key, owner);
        long repaired = change + Math.round(draw.uniform(0.2, 1) * noticed);
        machine.work(script, scene, draw, draw.whole(0, 60_000), change);
        long at = change + draw.whole(0, 60_000);
        for (int n = 0; at < repaired; n++) {
          script.tokenInvalid(at, place.withApiKeyId(key), route);
          at += machine.pace().next(draw, n);
        }
        machine.work(script, scene, draw, repaired, Scene.LENGTH.toMillis());
      }
    }
  }
}

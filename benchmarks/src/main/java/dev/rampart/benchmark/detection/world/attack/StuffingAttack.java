package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.util.List;

/** Tries many accounts from one address: leaked pairs, or the same passwords everywhere. */
final class StuffingAttack implements AttackFamily {

  @Override
  public String name() {
    return "stuffing";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    List<Person> victims = scene.people(draw, draw.logWhole(12, 400));
    boolean spraying = draw.chance(0.4);
    int rounds = spraying ? draw.logWhole(1, 3) : 1;
    double success = draw.chance(0.5) ? 0 : draw.log(0.002, 0.04);
    Source from = scene.visitor(draw);
    Pace pace = Pace.drawn(draw, Duration.ofMillis(100), Duration.ofMinutes(3));
    int tries = victims.size() * rounds;
    long at = pace.start(draw, tries);
    for (int i = 0; i < tries; i++) {
      Person victim = victims.get(i % victims.size());
      if (draw.chance(success)) {
        script.signedIn(at, from, victim);
      } else {
        script.signInFailed(at, from, victim);
      }
      at += pace.next(draw, i);
    }
  }
}

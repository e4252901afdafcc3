package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;

/** People who mistype their password a few times and then sign in. */
final class MistypedPasswords implements Trap {

  @Override
  public String name() {
    return "mistyped-password";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    double patience = draw.uniform(0.3, 0.75);
    for (int i = scene.crowd(draw, 200); i > 0; i--) {
      Person person = scene.person(draw);
      Source from = scene.visitor(draw);
      long at = Pace.anyTime(draw);
      int fails = 1;
      while (fails < 4 && draw.chance(patience / fails)) {
        fails++;
      }
      for (int fail = 0; fail < fails; fail++) {
        script.signInFailed(at, from, person);
        at += 3_000 + Math.round(draw.exponential(15_000));
      }
      script.signedIn(at, from, person);
    }
  }
}

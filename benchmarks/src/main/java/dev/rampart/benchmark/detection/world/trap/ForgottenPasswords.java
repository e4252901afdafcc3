package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/** People who forgot their password: they try what they can think of, and come back. */
final class ForgottenPasswords implements Trap {

  @Override
  public String name() {
    return "forgotten-password";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    double succeeds = draw.uniform(0.3, 0.9);
    for (int i = scene.crowd(draw, 35); i > 0; i--) {
      Person person = scene.person(draw);
      Source from = scene.visitor(draw);
      int fails = draw.logWhole(4, 14);
      Pace pace = Pace.drawn(draw, Duration.ofSeconds(6), Duration.ofMinutes(4));
      long at = pace.start(draw, fails);
      for (int fail = 0; fail < fails; fail++) {
        script.signInFailed(at, from, person);
        at += pace.next(draw, fail);
      }
      if (draw.chance(succeeds)) {
        script.signedIn(at + draw.whole(20_000, 600_000), from, person);
      }
    }
  }
}

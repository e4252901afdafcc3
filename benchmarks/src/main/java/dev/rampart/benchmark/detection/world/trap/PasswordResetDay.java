package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/** All passwords were reset: many type the old one first. */
final class PasswordResetDay implements Trap {

  @Override
  public String name() {
    return "password-reset-day";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    if (draw.chance(0.6)) {
      return;
    }
    double length = draw.millis(Duration.ofMinutes(40), Duration.ofHours(7));
    long start = Pace.begin(draw, length);
    double again = draw.uniform(0.2, 0.7);
    for (int i = scene.crowd(draw, 180); i > 0; i--) {
      Person person = scene.person(draw);
      Source place = scene.visitor(draw);
      long at = start + Math.round(draw.uniform(0, length));
      do {
        script.signInFailed(at, place, person);
        at += 5_000 + Math.round(draw.exponential(25_000));
      } while (draw.chance(again));
      if (draw.chance(0.85)) {
        script.signedIn(at + draw.whole(10_000, 300_000), place, person);
      }
    }
  }
}

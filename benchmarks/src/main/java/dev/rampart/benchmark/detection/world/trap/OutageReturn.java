package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/** After an outage everybody is refused for a moment and signs in again within minutes. */
final class OutageReturn implements Trap {

  @Override
  public String name() {
    return "outage-return";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    if (draw.chance(0.5)) {
      return;
    }
    double length = draw.millis(Duration.ofMinutes(2), Duration.ofMinutes(40));
    long start = Pace.begin(draw, length);
    double fails = draw.log(0.05, 0.4);
    for (int i = scene.crowd(draw, 140); i > 0; i--) {
      Person person = scene.person(draw);
      Source place = scene.visitor(draw);
      long at = start + Math.round(draw.exponential(length / 3));
      for (int n = draw.logWhole(1, 6); n > 0; n--) {
        script.tokenInvalid(at, place.withPrincipal(person.principal()), scene.collection(draw));
        at += 500 + Math.round(draw.exponential(15_000));
      }
      if (draw.chance(fails)) {
        script.signInFailed(at, place, person);
        at += 10_000;
      }
      script.signedIn(at, place, person);
    }
  }
}

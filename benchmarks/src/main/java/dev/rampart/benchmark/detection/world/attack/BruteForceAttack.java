package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.time.Duration;
import java.util.List;

/** Guesses the password of one account, or of a few, from one address; may succeed at the end. */
final class BruteForceAttack implements AttackFamily {

  @Override
  public String name() {
    return "brute-force";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    List<Person> victims = scene.people(draw, draw.logWhole(1, 3));
    victims.forEach(victim -> script.foundAs(SubjectKind.PRINCIPAL, victim.account()));
    victims.forEach(victim -> script.foundAs(SubjectKind.CREDENTIAL, victim.account()));
    Source from = scene.visitor(draw);
    Pace pace = Pace.drawn(draw, Duration.ofSeconds(1), Duration.ofMinutes(5));
    int guesses = draw.logWhole(12, 500);
    long at = pace.start(draw, guesses);
    for (int i = 0; i < guesses; i++) {
      script.signInFailed(at, from, victims.get(i % victims.size()));
      at += pace.next(draw, i);
    }
    if (draw.chance(0.25)) {
      script.signedIn(at, from, victims.getFirst());
    }
  }
}

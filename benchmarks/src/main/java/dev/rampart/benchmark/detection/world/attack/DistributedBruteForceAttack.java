package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.time.Duration;
import java.util.List;

/** Guesses the password of one account from many addresses. */
final class DistributedBruteForceAttack implements AttackFamily {

  @Override
  public String name() {
    return "distributed-brute-force";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    Person victim = scene.person(draw);
    List<Source> sources = scene.visitors(draw, draw.logWhole(8, 300));
    int perSource = draw.logWhole(1, 6);
    double length = draw.millis(Duration.ofMinutes(5), Duration.ofHours(3));
    long start = Pace.begin(draw, length);
    script.foundAs(SubjectKind.CREDENTIAL, victim.account());
    script.foundAs(SubjectKind.PRINCIPAL, victim.account());
    script.foundAs(SubjectKind.PRINCIPAL, victim.principal());
    script.foundAs(SubjectKind.SIGNATURE, victim.account());
    script.foundEverywhere(DetectionPoint.AUTH_FAIL);
    for (Source from : sources) {
      for (int guess = draw.whole(1, perSource); guess > 0; guess--) {
        script.signInFailed(start + Math.round(draw.uniform(0, length)), from, victim);
      }
    }
    if (draw.chance(0.2)) {
      script.signedIn(start + Math.round(length), draw.of(sources), victim);
    }
  }
}

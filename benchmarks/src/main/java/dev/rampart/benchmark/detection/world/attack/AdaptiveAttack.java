package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.ProbeKit;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.List;

/**
 * An attacker who knows public thresholds, stays below them, pauses, and mixes in successes of an
 * account of his own.
 */
final class AdaptiveAttack implements AttackFamily {

  @Override
  public String name() {
    return "adaptive";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    Source place = scene.visitor(draw);
    Person self = scene.person(draw);
    int kind = draw.whole(0, 3);
    Source from = kind == 3 ? place.withPrincipal(self.principal()) : place;
    List<Person> victims = scene.people(draw, kind == 0 ? 1 : draw.logWhole(12, 200));
    if (kind == 0) {
      script.foundAs(SubjectKind.CREDENTIAL, victims.getFirst().account());
    }
    ProbeKit kit = new ProbeKit(draw, scene);
    EnumerationAttack enumeration = new EnumerationAttack(scene, draw);
    double decoys = draw.chance(0.3) ? 0 : draw.log(0.1, 1.5);
    int run = draw.whole(2, 4);
    double gap = draw.log(500, 30_000);
    // Most know that fail2ban forgets after ten minutes; the others only that buckets leak.
    boolean patient = draw.chance(0.7);
    double pause = patient ? 600_000 + draw.log(1_000, 900_000) : draw.log(15_000, 300_000);
    int requests = draw.logWhole(15, 120);
    Pace pace = Pace.steady(gap, draw.unit());
    long at = Pace.begin(draw, requests * (gap + pause / run));
    for (int i = 0; i < requests; i++) {
      switch (kind) {
        case 0, 1 -> script.signInFailed(at, from, victims.get(i % victims.size()));
        case 2 -> kit.request(script, draw, at, from);
        default -> enumeration.request(script, scene, draw, at, from);
      }
      long soon = at + 1_000 + Math.round(draw.exponential(5_000));
      if (draw.chance(decoys / (1 + decoys))) {
        decoy(script, scene, draw, soon, from, self, kind);
      }
      at += i % run == run - 1 ? Math.round(pause) : pace.next(draw, i);
    }
  }

  private static void decoy(
      Script script, Scene scene, Draw draw, long at, Source from, Person self, int kind) {
    if (kind <= 1 || draw.chance(0.5)) {
      script.signedIn(at, from, self);
    } else {
      script.objectRead(
          at, from.withPrincipal(self.principal()), scene.collection(draw), scene.object(draw));
    }
  }
}

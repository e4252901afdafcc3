package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.ProbeKit;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.util.List;

/** A host with a /64 of IPv6 takes a new address of it every few requests. */
final class NetworkHoppingAttack implements AttackFamily {

  @Override
  public String name() {
    return "ipv6-hopping";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    ProbeKit kit = new ProbeKit(draw, scene);
    List<Person> victims = scene.people(draw, draw.logWhole(12, 200));
    boolean signIns = draw.chance(0.4);
    int stay = draw.logWhole(1, 4);
    Pace pace = Pace.drawn(draw, Duration.ofMillis(500), Duration.ofMinutes(5));
    int requests = draw.logWhole(15, 300);
    List<Source> hosts = scene.hosts(draw, requests / stay + 1);
    long at = pace.start(draw, requests);
    for (int i = 0; i < requests; i++) {
      Source from = hosts.get(i / stay);
      if (signIns) {
        script.signInFailed(at, from, victims.get(i % victims.size()));
      } else {
        kit.request(script, draw, at, from);
      }
      at += pace.next(draw, i);
    }
  }
}

package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.ProbeKit;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.util.List;

/** A fuzzer that breaks one rule of the schema after the other. */
final class SchemaFuzzingAttack implements AttackFamily {

  @Override
  public String name() {
    return "schema-fuzzing";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    List<String> rules =
        List.of("type", "too-long", "too-short", "pattern", "enum", "required", "range", "format");
    boolean signedIn = draw.chance(0.5);
    Source place = scene.visitor(draw);
    Source from = signedIn ? place.withPrincipal(scene.person(draw).principal()) : place;
    double unknownMembers = draw.chance(0.5) ? 0 : draw.log(0.02, 0.6);
    double injections = draw.chance(0.6) ? 0 : draw.log(0.01, 0.2);
    ProbeKit kit = new ProbeKit(draw, scene);
    Pace pace = Pace.drawn(draw, Duration.ofMillis(200), Duration.ofMinutes(2));
    int requests = draw.logWhole(20, 400);
    long at = pace.start(draw, requests);
    for (int i = 0; i < requests; i++) {
      String route = scene.collection(draw);
      if (draw.chance(unknownMembers)) {
        script.massAssignment(at, from, route, "/" + draw.hex(3));
      } else if (draw.chance(injections)) {
        kit.injection(script, draw, at, from, route);
      } else {
        script.violation(at, from, route, scene.field(draw), draw.of(rules));
      }
      at += pace.next(draw, i);
    }
  }
}

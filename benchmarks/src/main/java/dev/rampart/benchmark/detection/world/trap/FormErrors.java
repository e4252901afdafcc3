package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.util.List;

/** People who fill in a form and are told what is wrong with it, field by field. */
final class FormErrors implements Trap {

  @Override
  public String name() {
    return "form-errors";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    List<String> rules = List.of("required", "pattern", "too-long", "format", "range");
    for (int i = scene.crowd(draw, 120); i > 0; i--) {
      Person person = scene.person(draw);
      Source place = scene.visitor(draw);
      Source from = place.withPrincipal(person.principal());
      String route = scene.collection(draw);
      int errors = draw.logWhole(1, 8);
      long at = Pace.anyTime(draw);
      if (draw.chance(0.4)) {
        script.signedIn(at - draw.whole(1_000, 300_000), place, person);
      }
      String field = scene.field(draw);
      for (int error = 0; error < errors; error++) {
        field = draw.chance(0.5) ? field : scene.field(draw);
        script.violation(at, from, route, field, draw.of(rules));
        at += 4_000 + Math.round(draw.exponential(50_000));
      }
    }
  }
}

package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Source;

/** Asks for the objects of others, one after the other. */
final class EnumerationAttack {

  private final String collection;
  private final double forbidden;
  private final double found;
  private final boolean counts;
  private int number;

  EnumerationAttack(Scene scene, Draw draw) {
    this.collection = scene.collection(draw);
    this.forbidden = draw.chance(0.3) ? 0 : draw.unit();
    this.found = draw.chance(0.6) ? 0 : draw.log(0.01, 0.3);
    this.counts = draw.chance(0.5);
    this.number = draw.whole(1_000, 1_000_000);
  }

  /** Says that it may be found as objects that are asked for in vain from several sources. */
  static void foundEverywhere(Script script) {
    script.foundEverywhere(DetectionPoint.OBJECT_NOT_FOUND);
    script.foundEverywhere(DetectionPoint.OBJECT_FORBIDDEN);
  }

  void request(Script script, Scene scene, Draw draw, long at, Source from) {
    String object = counts ? "no-" + number++ : scene.object(draw);
    if (draw.chance(found)) {
      script.objectRead(at, from, collection, object);
    } else if (draw.chance(forbidden)) {
      script.objectForbidden(at, from, collection, object);
    } else {
      script.objectNotFound(at, from, collection, object);
    }
  }
}

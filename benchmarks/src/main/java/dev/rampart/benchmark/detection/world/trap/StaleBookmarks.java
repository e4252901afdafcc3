package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;

/** People who open what was deleted, moved or is no longer shared with them. */
final class StaleBookmarks implements Trap {

  @Override
  public String name() {
    return "stale-bookmark";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    for (int i = scene.crowd(draw, 110); i > 0; i--) {
      Source place = scene.visitor(draw);
      Source from = draw.chance(0.6) ? place.withPrincipal(scene.person(draw).principal()) : place;
      String collection = scene.collection(draw);
      long at = Pace.anyTime(draw);
      for (int links = draw.logWhole(1, 5); links > 0; links--) {
        open(script, draw, at, from, collection, scene.object(draw));
        at += 2_000 + Math.round(draw.exponential(90_000));
      }
    }
  }

  private static void open(
      Script script, Draw draw, long at, Source from, String collection, String object) {
    switch (draw.whole(0, 3)) {
      case 0 -> script.routeUnknown(at, from, "/old/" + draw.whole(1, 60));
      case 1 -> script.objectForbidden(at, from, collection, object);
      default -> script.objectNotFound(at, from, collection, object);
    }
  }
}

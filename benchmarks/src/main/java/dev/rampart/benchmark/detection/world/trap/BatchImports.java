package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** Imports of which many rows break a rule, often the same one. */
final class BatchImports implements Trap {

  @Override
  public String name() {
    return "batch-import";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    for (int i = scene.crowd(draw, 4); i > 0; i--) {
      Source from =
          scene
              .visitor(draw)
              .withPrincipal(scene.person(draw).principal())
              .withApiKeyId(scene.apiKey(draw));
      String route = scene.collection(draw);
      List<String> wrong =
          IntStream.range(0, draw.logWhole(1, 6)).mapToObj(_ -> scene.field(draw)).toList();
      List<String> rules = List.of("required", "pattern", "too-long");
      int rows = draw.logWhole(5, 400);
      Pace pace = Pace.drawn(draw, Duration.ofMillis(1_200), Duration.ofSeconds(30));
      long at = pace.start(draw, rows);
      for (int row = 0; row < rows; row++) {
        int field = draw.whole(0, wrong.size() - 1);
        script.violation(at, from, route, wrong.get(field), rules.get(field % rules.size()));
        at += pace.next(draw, row);
      }
    }
  }
}

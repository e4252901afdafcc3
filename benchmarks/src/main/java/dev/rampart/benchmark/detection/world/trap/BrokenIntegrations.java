package dev.rampart.benchmark.detection.world.trap;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/** Programs that repeat one refused request at a near-constant interval for hours. */
final class BrokenIntegrations implements Trap {

  @Override
  public String name() {
    return "broken-integration";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    for (int i = scene.crowd(draw, 10); i > 0; i--) {
      Source place = scene.visitor(draw);
      double interval = draw.millis(Duration.ofSeconds(15), Duration.ofMinutes(20));
      Pace pace = Pace.steady(interval, draw.chance(0.6) ? 0 : draw.uniform(0, 0.15));
      long at = draw.chance(0.5) ? 0 : Pace.begin(draw, Duration.ofHours(4));
      double end = at + draw.millis(Duration.ofHours(1), Duration.ofHours(8));
      int kind = draw.whole(0, 4);
      Person account = scene.person(draw);
      String route = scene.collection(draw);
      String object = scene.object(draw);
      String field = scene.field(draw);
      Source keyed = place.withApiKeyId(scene.apiKey(draw));
      int retries = draw.chance(0.7) ? 1 : draw.whole(2, 4);
      for (int n = 0; at < end; n++) {
        switch (kind) {
          case 0, 1 -> script.signInFailed(at, place, account);
          case 2 -> script.tokenInvalid(at, keyed, route);
          case 3 -> script.objectNotFound(at, keyed, route, object);
          default -> script.violation(at, keyed, route, field, "required");
        }
        at += n % retries == retries - 1 ? pace.next(draw, n) : 1_000;
      }
    }
  }
}

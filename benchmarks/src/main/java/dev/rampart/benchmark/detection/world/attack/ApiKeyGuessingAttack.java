package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.util.List;

/** Guesses API keys, from one address or a few. */
final class ApiKeyGuessingAttack implements AttackFamily {

  @Override
  public String name() {
    return "api-key-guessing";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    List<Source> sources = scene.visitors(draw, draw.logWhole(1, 5));
    String route = scene.collection(draw);
    Pace pace = Pace.drawn(draw, Duration.ofMillis(500), Duration.ofMinutes(3));
    int guesses = draw.logWhole(15, 400);
    long at = pace.start(draw, guesses);
    for (int i = 0; i < guesses; i++) {
      script.apiKeyUnknown(at, draw.of(sources), route);
      at += pace.next(draw, i);
    }
  }
}

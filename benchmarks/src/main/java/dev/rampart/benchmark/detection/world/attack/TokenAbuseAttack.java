package dev.rampart.benchmark.detection.world.attack;

import dev.rampart.benchmark.detection.world.actor.Draw;
import dev.rampart.benchmark.detection.world.actor.Pace;
import dev.rampart.benchmark.detection.world.actor.Person;
import dev.rampart.benchmark.detection.world.actor.Scene;
import dev.rampart.benchmark.detection.world.actor.Script;
import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;
import java.util.List;

/** Stolen or made-up tokens of one API key or user, tried from several networks. */
final class TokenAbuseAttack implements AttackFamily {

  @Override
  public String name() {
    return "token-abuse";
  }

  @Override
  public void play(Script script, Scene scene, Draw draw) {

    boolean ofKey = draw.chance(0.6);
    String key = scene.apiKey(draw);
    Person user = scene.person(draw);
    double forged = draw.chance(0.5) ? 0 : draw.unit();
    String route = scene.collection(draw);
    List<Source> sources = scene.visitors(draw, draw.logWhole(4, 40));
    Pace pace = Pace.drawn(draw, Duration.ofSeconds(1), Duration.ofMinutes(8));
    int tries = draw.logWhole(10, 200);
    long at = pace.start(draw, tries);
    for (int i = 0; i < tries; i++) {
      Source place = draw.of(sources);
      Source from = ofKey ? place.withApiKeyId(key) : place.withPrincipal(user.principal());
      if (draw.chance(forged)) {
        script.tokenForged(at, from, route);
      } else {
        script.tokenInvalid(at, from, route);
      }
      at += pace.next(draw, i);
    }
  }
}

package dev.rampart.benchmark.detection.world.actor;

import dev.rampart.domain.detection.signal.Source;
import java.time.Duration;

/**
 * A program of the owner of an API key, which renews its token now and then and reads objects.
 *
 * @param place its address, without key and principal
 * @param account what it signs in as
 * @param renewalMillis how long a token is good for it; 0 if it needs none
 * @param pace of its reads
 */
public record Machine(Source place, String key, Person account, double renewalMillis, Pace pace) {

  /** Draws how it works. */
  public static Machine drawn(Draw draw, Source place, String key, Person account) {
    double renewal = draw.chance(0.8) ? draw.log(900_000, 7_200_000) : 0;
    Pace pace = Pace.drawn(draw, Duration.ofSeconds(30), Duration.ofMinutes(15));
    return new Machine(place, key, account, renewal, pace);
  }

  /** Returns its address with its key and principal. */
  public Source source() {
    return place.withApiKeyId(key).withPrincipal(account.principal());
  }

  /** Writes its work between two times, in milliseconds since the start of the world. */
  public void work(Script script, Scene scene, Draw draw, long from, long until) {
    String collection = scene.collection(draw);
    double renewal = from;
    int number = 0;
    for (long at = from; at < until; at += pace.next(draw, number++)) {
      if (renewalMillis > 0 && at >= renewal) {
        script.signedIn(at, place.withApiKeyId(key), account);
        renewal = at + renewalMillis;
      }
      script.objectRead(at, source(), collection, scene.object(draw));
    }
  }
}

package dev.rampart.domain.usecase;

import static dev.rampart.domain.detection.signal.SignalScript.name;

import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Twenty minutes in which several attacks meet users who do nothing wrong. */
final class DetectionWorld {
  private DetectionWorld() {}

  /** Returns all of it, in order of time. */
  static List<Signal> signals() {
    return new SignalScript()
        .at(30)
        .times(20, 1, (s, i) -> s.from("192.0." + i + ".5").as("user" + i).authOk("user" + i))
        .from("198.51.100.1")
        .at(60)
        .times(20, 10, (s, i) -> s.probe(name(i)))
        .from("198.51.101.2")
        .at(65)
        .times(20, 10, (s, i) -> s.authFail(name(i)))
        .from("198.51.102.3")
        .as("mallory")
        .at(70)
        .times(25, 10, (s, i) -> s.signal(DetectionPoint.OBJECT_FORBIDDEN, name(i)))
        .at(75)
        .times(
            20,
            12,
            (s, i) ->
                s.from("10.3." + i % 10 + ".1")
                    .withKey("k-1")
                    .signal(DetectionPoint.TOKEN_INVALID, "/v1/a"))
        .at(80)
        .times(60, 15, (s, i) -> s.from("10.2." + i / 2 + ".1").authFail(name(i)))
        .at(82)
        .times(
            36,
            20,
            (s, i) ->
                s.from("10.4." + i / 3 + ".1").signal(DetectionPoint.OBJECT_NOT_FOUND, name(i)))
        .at(85)
        .times(
            30,
            20,
            (s, i) ->
                s.from("192.0." + i % 20 + ".5")
                    .withKey("k-2")
                    .signal(DetectionPoint.TOKEN_INVALID, "/v1/a"))
        .signals();
  }

  /** Returns signals in batches of some sizes, in the order given. */
  static List<List<Signal>> batches(List<Signal> signals, int sizeMax, Random random) {
    List<List<Signal>> batches = new ArrayList<>();
    for (int from = 0; from < signals.size(); ) {
      int to = Math.min(signals.size(), from + 1 + random.nextInt(sizeMax));
      batches.add(signals.subList(from, to));
      from = to;
    }
    return batches;
  }
}

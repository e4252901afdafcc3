package dev.rampart.benchmark.detection.cost;

import dev.rampart.benchmark.detection.world.World;
import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.engine.SignalSubjects;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.SignalDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the states of sources are told in a world. */
final class SourceObservations {

  private static final KeyedHash HASH = KeyedHash.of("benchmark");

  private SourceObservations() {}

  /** Returns the observations of each source in order of arrival, repeats included. */
  static Map<Subject, List<Observation>> of(World world) {
    Map<Subject, List<Observation>> observations = new LinkedHashMap<>();
    for (Signal signal : world.signals()) {
      SignalDigest digest = new SignalDigest(signal, HASH);
      SignalSubjects.source(digest)
          .ifPresent(
              source ->
                  observations
                      .computeIfAbsent(source, _ -> new ArrayList<>())
                      .add(digest.forSource()));
    }
    return observations;
  }
}

package dev.rampart.domain.usecase;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;

import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.detection.engine.StreamRun;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.port.out.InMemoryFindingStore;
import dev.rampart.domain.port.out.InMemoryNotificationBudget;
import dev.rampart.domain.port.out.StateStore;
import dev.rampart.domain.port.out.ThreatMetrics;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The use case over a store, with everything that is heard of it. */
final class DetectionRun {
  private static final ThreatMetrics UNMEASURED =
      new ThreatMetrics() {
        @Override
        public void signals(List<Signal> signals) {}

        @Override
        public void threat(Threat threat) {}

        @Override
        public void zeros() {}
      };

  private final List<Threat> heard = new ArrayList<>();
  private final DetectThreatsUseCase useCase;

  DetectionRun(StateStore states) {
    useCase =
        new DetectThreatsUseCase(
            states,
            new DetectionEngine(Detectors.standard()),
            SignalScript.HASH,
            new FindingPublication(
                new InMemoryFindingStore(),
                heard::addAll,
                new InMemoryNotificationBudget(),
                UNMEASURED),
            () -> NOON);
  }

  /** Takes a batch, and returns its signals that have to be delivered again. */
  List<Signal> take(List<Signal> batch) {
    Set<SignalId> failed = useCase.detect(batch).failed();
    return batch.stream().filter(signal -> failed.contains(signal.id())).toList();
  }

  /** Takes a batch, and what of it fails again and again until nothing does. */
  void takeUntilDone(List<Signal> batch) {
    List<Signal> left = take(batch);
    while (!left.isEmpty()) {
      left = take(left);
    }
  }

  /** Returns what was told of whom, each once. */
  Set<StreamRun.Hit> hits() {
    Set<StreamRun.Hit> hits = new LinkedHashSet<>();
    for (Threat threat : heard) {
      Finding finding = threat.finding();
      hits.add(
          new StreamRun.Hit(
              finding.detector(), finding.subject().kind(), finding.subject().name()));
    }
    return hits;
  }

  /** Returns the findings that were told as new, repeats included. */
  List<Finding> detected() {
    return heard.stream()
        .filter(threat -> threat.change() == Threat.Change.DETECTED)
        .map(Threat::finding)
        .toList();
  }
}

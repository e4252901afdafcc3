package dev.rampart.replay;

import static java.util.Comparator.comparingDouble;

import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.detection.engine.Found;
import dev.rampart.domain.detection.engine.SignalStream;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.replay.input.LineOutcome;
import dev.rampart.replay.input.RecordedEntry;
import dev.rampart.replay.input.RecordedLine;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs recorded lines through detection, on recorded time, and keeps what comes of them. */
final class ReplayRun {
  private final SignalStream stream;
  private final Consumer<Threat> listener;

  /** The first is what holds. */
  private final List<WhatIf> whatIfs;

  /** The same, in the order of the engines. */
  private final List<WhatIf> bySensitivity;

  /** Which of them holds. */
  private final int holding;

  private final Timeline timeline = new Timeline();

  /**
   * Prepares a run.
   *
   * @param factors of the thresholds that are tried beside those that hold
   * @param listener hears of each threat
   */
  ReplayRun(List<Double> factors, Consumer<Threat> listener) {
    this.listener = listener;
    this.whatIfs =
        Stream.concat(Stream.of(1.0), factors.stream()).map(factor -> new WhatIf(factor)).toList();
    this.bySensitivity = whatIfs.stream().sorted(comparingDouble(WhatIf::factor)).toList();
    this.holding = bySensitivity.indexOf(whatIfs.getFirst());
    List<DetectionEngine> engines =
        bySensitivity.stream()
            .map(whatIf -> new DetectionEngine(Detectors.scaled(whatIf.factor())))
            .toList();
    this.stream = new SignalStream(engines, RecordedLine.HASH, this::found);
  }

  /** Takes the next line. */
  void take(RecordedEntry entry) {
    if (entry.outcome() instanceof LineOutcome.Read read) {
      read.signals().forEach(this::take);
    }
  }

  private void take(Signal signal) {
    timeline.signal(signal.observedAt());
    stream.take(signal);
  }

  private void found(int engine, Found found, Signal signal) {
    Optional<Threat> threat = bySensitivity.get(engine).take(found, signal);
    if (engine == holding) {
      threat.ifPresent(this::tell);
    }
  }

  private void tell(Threat threat) {
    if (threat.change() == Threat.Change.DETECTED) {
      timeline.incident(threat.at());
    }
    listener.accept(threat);
  }

  Timeline timeline() {
    return timeline;
  }

  /** Returns what was found with the thresholds that hold, then with each of the others. */
  List<WhatIf> whatIfs() {
    return whatIfs;
  }
}

package dev.rampart.replay;

import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.detection.engine.Found;
import dev.rampart.domain.detection.engine.SignalStream;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.replay.input.LineOutcome;
import dev.rampart.replay.input.RecordedFiles;
import dev.rampart.replay.input.RecordedLine;
import dev.rampart.replay.input.RecordedLines;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Runs recorded lines through detection, on recorded time, and counts what comes of them. */
final class ReplayRun {
  /** Recorded signals are nobody's secret: the same file gives the same findings everywhere. */
  private static final KeyedHash HASH = KeyedHash.of("replay");

  private static final int LINES_PER_LOOK = 10_000;

  private final SignalStream stream;
  private final Consumer<Threat> listener;

  /** In the order of the engines; the first is what holds. */
  private final List<WhatIf> whatIfs;

  private final Timeline timeline = new Timeline();
  private final ReplayCounts counts = new ReplayCounts();

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
    List<DetectionEngine> engines =
        whatIfs.stream()
            .map(whatIf -> new DetectionEngine(Detectors.scaled(whatIf.factor())))
            .toList();
    this.stream = new SignalStream(engines, HASH, this::found);
  }

  /** Takes all lines of a file. */
  void takeFile(String file, ReplayProgress progress) throws IOException {
    try (RecordedLines lines = RecordedFiles.open(file)) {
      for (Optional<String> line = lines.next(); line.isPresent(); line = lines.next()) {
        counts.line();
        switch (RecordedLine.read(line.get(), file, lines.number())) {
          case LineOutcome.Read(List<Signal> signals) -> signals.forEach(this::take);
          case LineOutcome.NotUnderstood(String reason) ->
              counts.notUnderstood(file, lines.number(), reason);
        }
        if (counts.lines() % LINES_PER_LOOK == 0) {
          progress.at(file, counts.lines());
        }
      }
    }
  }

  private void take(Signal signal) {
    counts.signal(signal.observedAt());
    timeline.signal(signal.observedAt());
    stream.take(signal);
  }

  private void found(int engine, Found found, Signal signal) {
    Optional<Threat> threat = whatIfs.get(engine).take(found, signal);
    if (engine == 0) {
      threat.ifPresent(this::tell);
    }
  }

  private void tell(Threat threat) {
    if (threat.change() == Threat.Change.DETECTED) {
      timeline.incident(threat.at());
    }
    listener.accept(threat);
  }

  ReplayCounts counts() {
    return counts;
  }

  Timeline timeline() {
    return timeline;
  }

  /** Returns what was found with the thresholds that hold, then with each of the others. */
  List<WhatIf> whatIfs() {
    return whatIfs;
  }
}

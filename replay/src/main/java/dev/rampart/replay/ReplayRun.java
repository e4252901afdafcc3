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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs recorded lines through detection, on recorded time, and counts what comes of them. */
final class ReplayRun {
  /** Recorded signals are nobody's secret: the same file gives the same findings everywhere. */
  private static final KeyedHash HASH = KeyedHash.of("replay");

  private static final int LINES_PER_LOOK = 10_000;

  private final SignalStream stream;
  private final Incidents incidents = new Incidents();
  private final Consumer<Threat> listener;
  private final List<WhatIf> whatIfs = new ArrayList<>();
  private final Timeline timeline = new Timeline();
  private final ReplayCounts counts = new ReplayCounts();

  /**
   * Prepares a run.
   *
   * @param factors of the thresholds that are tried beside those that hold
   * @param listener hears of each threat
   */
  ReplayRun(List<Double> factors, Consumer<Threat> listener) {
    List<DetectionEngine> engines = new ArrayList<>();
    engines.add(new DetectionEngine(Detectors.standard()));
    for (double factor : factors) {
      engines.add(new DetectionEngine(Detectors.scaled(factor)));
      whatIfs.add(new WhatIf(factor));
    }
    this.listener = listener;
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
    if (engine > 0) {
      WhatIf variant = whatIfs.get(engine - 1);
      variant.incidents().take(found, signal).ifPresent(variant::count);
      return;
    }
    incidents
        .take(found, signal)
        .ifPresent(
            threat -> {
              if (threat.change() == Threat.Change.DETECTED) {
                timeline.incident(threat.at());
              }
              listener.accept(threat);
            });
  }

  ReplayCounts counts() {
    return counts;
  }

  Timeline timeline() {
    return timeline;
  }

  List<WhatIf> whatIfs() {
    return whatIfs;
  }
}

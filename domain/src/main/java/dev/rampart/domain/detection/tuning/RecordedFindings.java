package dev.rampart.domain.detection.tuning;

import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.detector.Detector;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.detection.engine.Found;
import dev.rampart.domain.detection.engine.SignalStream;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What detectors find in recorded signals: of each subject the worst that each of them says. */
final class RecordedFindings {
  /** Who finds something about whom: what makes a finding the same under other thresholds. */
  record Key(DetectorKind detector, Subject subject) {}

  private final Map<Key, Finding> worst = new HashMap<>();

  private RecordedFindings() {}

  /**
   * Returns what they find.
   *
   * @param signals oldest first
   */
  static Map<Key, Finding> of(List<Detector> detectors, List<Signal> signals, KeyedHash hash) {
    RecordedFindings findings = new RecordedFindings();
    SignalStream stream =
        new SignalStream(
            List.of(new DetectionEngine(detectors)),
            hash,
            (_, found, signal) -> findings.take(found, signal));
    signals.forEach(stream::take);
    return findings.worst;
  }

  private void take(Found found, Signal signal) {
    Finding finding = found.finding(List.of(signal));
    worst.merge(new Key(finding.detector(), finding.subject()), finding, RecordedFindings::worse);
  }

  /** How far above its threshold it was tells more than how it ended. */
  private static Finding worse(Finding before, Finding now) {
    return now.measure().ratio() >= before.measure().ratio()
        ? now.seenUntil(before.lastSeen())
        : before.seenUntil(now.lastSeen());
  }
}

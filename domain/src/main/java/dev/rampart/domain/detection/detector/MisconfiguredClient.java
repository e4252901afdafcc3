package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.HalfLife;
import dev.rampart.domain.detection.state.SubjectFeatures;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Tells of a client that fails by a timer, for information: somebody should mend it.
 *
 * @param failuresMin failures within hours
 * @param halfHoursMin in how many half hours
 */
record MisconfiguredClient(double failuresMin, int halfHoursMin) implements SubjectDetector {
  private static final String LEADING = "failures at equal distances";

  @Override
  public DetectorKind kind() {
    return DetectorKind.MISCONFIGURED_CLIENT;
  }

  @Override
  public Threshold leading() {
    return new Threshold(LEADING, failuresMin);
  }

  @Override
  public boolean watches(SubjectKind subject, SignalKind news) {
    return (subject == SubjectKind.IP || subject == SubjectKind.API_KEY)
        && !news.isCounterEvidence()
        && !Kinds.HOSTILE.contains(news);
  }

  @Override
  public Optional<Assessment> assess(SubjectKind subject, SubjectFeatures features) {
    if (features.activeHalfHours() < halfHoursMin) {
      return Optional.empty();
    }
    for (SignalKind kind : SignalKind.values()) {
      double failures = kind.isCounterEvidence() ? 0 : features.count(kind, HalfLife.SLOW);
      if (failures >= failuresMin && Timers.explain(features, kind)) {
        Set<SignalKind> kinds = EnumSet.of(kind);
        return Assessment.of(new Measure(LEADING, failures, failuresMin), kinds);
      }
    }
    return Optional.empty();
  }
}

package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.signal.SignalKind.AUTH_OK;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.HalfLife;
import dev.rampart.domain.detection.state.SubjectFeatures;
import java.util.Optional;

/**
 * Finds a network of which several addresses take turns at hostile things.
 *
 * @param scoreMin what they weigh together
 * @param addressesMin from how many addresses they come
 */
record NetworkProbe(double scoreMin, double addressesMin) implements SubjectDetector {
  private static final String LEADING = "points of different probes by one network";

  @Override
  public DetectorKind kind() {
    return DetectorKind.LOW_AND_SLOW;
  }

  @Override
  public Threshold leading() {
    return new Threshold(LEADING, scoreMin);
  }

  @Override
  public boolean watches(SubjectKind subject, SignalKind news) {
    return subject == SubjectKind.NETWORK && Kinds.HOSTILE.contains(news);
  }

  @Override
  public Optional<Assessment> assess(SubjectKind subject, SubjectFeatures features) {
    double addresses = features.origins(Kinds.HOSTILE);
    if (addresses < addressesMin || features.origins(AUTH_OK) > addresses) {
      return Optional.empty();
    }
    return Assessment.of(
            new Measure(LEADING, Score.of(features, HalfLife.SLOW, Kinds.HOSTILE), scoreMin),
            Kinds.HOSTILE,
            () -> "from %d addresses".formatted(Math.round(addresses)))
        .map(
            found ->
                found.summing(() -> Score.contributions(features, HalfLife.SLOW, Kinds.HOSTILE)));
  }
}

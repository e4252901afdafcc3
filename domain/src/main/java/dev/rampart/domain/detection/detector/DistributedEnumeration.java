package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.GroupFeatures;
import java.util.EnumSet;
import java.util.Optional;

/**
 * Finds enumeration that is spread over many sources, each of which asks for a few objects in vain.
 *
 * @param suspectsMin how many such sources within 70 minutes are too many
 */
record DistributedEnumeration(double suspectsMin) implements GroupDetector {
  private static final String LEADING =
      "sources that asked for several objects in vain within 70 minutes";

  @Override
  public DetectorKind kind() {
    return DetectorKind.ENUMERATION_BOLA;
  }

  @Override
  public Threshold leading() {
    return new Threshold(LEADING, suspectsMin);
  }

  @Override
  public boolean watches(SubjectKind group, SignalKind news) {
    return group == SubjectKind.GLOBAL && Kinds.OBJECTS.contains(news);
  }

  @Override
  public Optional<Assessment> assess(SignalKind news, GroupFeatures features) {
    return Assessment.of(
        new Measure(LEADING, features.suspects(news, GroupFeatures.SLOTS), suspectsMin),
        EnumSet.of(news));
  }
}

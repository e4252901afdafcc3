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
 * Finds a principal or a source that goes through objects that are not its own.
 *
 * @param principalMin how many objects a principal may not ask for in vain
 * @param sourceMin how many a source may not
 * @param perSuccess for each account that signs in from a source, so many more
 */
record Enumeration(double principalMin, double sourceMin, double perSuccess)
    implements SubjectDetector {
  private static final String LEADING = "objects that are absent or another's";

  @Override
  public DetectorKind kind() {
    return DetectorKind.ENUMERATION_BOLA;
  }

  @Override
  public Threshold leading() {
    return new Threshold(LEADING, principalMin);
  }

  @Override
  public boolean watches(SubjectKind subject, SignalKind news) {
    return (subject == SubjectKind.IP || subject == SubjectKind.PRINCIPAL)
        && Kinds.OBJECTS.contains(news);
  }

  @Override
  public Optional<Assessment> assess(SubjectKind subject, SubjectFeatures features) {
    double objects = 0;
    for (SignalKind kind : Kinds.OBJECTS) {
      objects += Score.different(features, kind, HalfLife.SLOW);
    }
    double needed =
        subject == SubjectKind.PRINCIPAL
            ? principalMin
            : Math.max(sourceMin, perSuccess * features.targets(AUTH_OK));
    return Assessment.of(new Measure(LEADING, objects, needed), Kinds.OBJECTS);
  }
}

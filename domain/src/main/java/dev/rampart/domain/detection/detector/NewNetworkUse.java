package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.signal.SignalKind.AUTH_OK;
import static dev.rampart.domain.detection.signal.SignalKind.OBJECT_OK;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.HalfLife;
import dev.rampart.domain.detection.state.SubjectFeatures;
import java.util.Optional;

/**
 * Finds a principal or a key that is known from its own networks and, from another one, is denied
 * one object after another: what a stolen credential does.
 *
 * @param objectsMin how many objects it may not ask for in vain
 */
record NewNetworkUse(double objectsMin) implements SubjectDetector {
  @Override
  public DetectorKind kind() {
    return DetectorKind.NEW_NETWORK_USE;
  }

  @Override
  public boolean watches(SubjectKind subject, SignalKind news) {
    return (subject == SubjectKind.PRINCIPAL || subject == SubjectKind.API_KEY)
        && Kinds.OBJECTS.contains(news);
  }

  @Override
  public Optional<Assessment> assess(SubjectKind subject, SubjectFeatures features) {
    double objects = 0;
    boolean elsewhere = false;
    for (SignalKind kind : Kinds.OBJECTS) {
      objects += Score.different(features, kind, HalfLife.SLOW);
      elsewhere |=
          features.originsWithout(kind, AUTH_OK) > 0
              && features.originsWithout(kind, OBJECT_OK) > 0;
    }
    boolean known = features.origins(AUTH_OK) + features.origins(OBJECT_OK) > 0;
    return known && elsewhere
        ? Assessment.of(
            new Measure("objects denied to it on a network that is new", objects, objectsMin),
            Kinds.OBJECTS)
        : Optional.empty();
  }
}

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
 * @param objectsMin how many objects a principal may not ask for in vain
 * @param keyObjectsMin how many a key may not: it belongs to a machine, which does not look around
 * @param networksMax who is on more new networks than this is on the move
 */
record NewNetworkUse(double objectsMin, double keyObjectsMin, double networksMax)
    implements SubjectDetector {
  private static final String LEADING = "objects denied to it on a network that is new";

  @Override
  public DetectorKind kind() {
    return DetectorKind.NEW_NETWORK_USE;
  }

  @Override
  public Threshold leading() {
    return new Threshold(LEADING, objectsMin);
  }

  @Override
  public boolean watches(SubjectKind subject, SignalKind news) {
    return (subject == SubjectKind.PRINCIPAL || subject == SubjectKind.API_KEY)
        && Kinds.OBJECTS.contains(news);
  }

  @Override
  public Optional<Assessment> assess(SubjectKind subject, SubjectFeatures features) {
    double objects = 0;
    double elsewhere = 0;
    for (SignalKind kind : Kinds.OBJECTS) {
      objects += Score.different(features, kind, HalfLife.SLOW);
      elsewhere = Math.max(elsewhere, features.originsWithout(kind, AUTH_OK));
    }
    // A thief may get some objects too: his network is none that the owner is known from.
    boolean known =
        features.originsWithoutAny(AUTH_OK, Kinds.OBJECTS)
                + features.originsWithoutAny(OBJECT_OK, Kinds.OBJECTS)
            > 0;
    return known && elsewhere > 0 && elsewhere <= networksMax
        ? Assessment.of(
            new Measure(
                LEADING, objects, subject == SubjectKind.API_KEY ? keyObjectsMin : objectsMin),
            Kinds.OBJECTS)
        : Optional.empty();
  }
}

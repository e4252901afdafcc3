package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.signal.SignalKind.AUTH_OK;
import static dev.rampart.domain.detection.signal.SignalKind.VALIDATION;

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
 * Finds a source that breaks the schema in many different ways. Forms break it in a few ways, a
 * batch in one way many times, and whoever develops a client breaks it in many and signs in often.
 *
 * @param machineMin different faults within minutes that are enough at the pace of a machine
 * @param paceSeconds a mean distance below this is that of a machine
 * @param minutesMin different faults within minutes that are enough at any pace
 * @param hoursMin different faults within hours that are enough
 * @param perSuccess for each sign-in within hours, so many more
 */
record SchemaFuzz(
    double machineMin, double paceSeconds, double minutesMin, double hoursMin, double perSuccess)
    implements SubjectDetector {
  private static final String LEADING = "different faults within minutes";
  private static final Set<SignalKind> KINDS = EnumSet.of(VALIDATION);
  private static final int PACE_INTERVALS = 6;

  @Override
  public DetectorKind kind() {
    return DetectorKind.SCHEMA_FUZZ;
  }

  @Override
  public Threshold leading() {
    return new Threshold(LEADING, machineMin);
  }

  @Override
  public boolean watches(SubjectKind subject, SignalKind news) {
    return (subject == SubjectKind.IP || subject == SubjectKind.PRINCIPAL) && news == VALIDATION;
  }

  @Override
  public Optional<Assessment> assess(SubjectKind subject, SubjectFeatures features) {
    double needed =
        features.paceSeconds(PACE_INTERVALS, KINDS) < paceSeconds ? machineMin : minutesMin;
    Measure minutes =
        new Measure(
            LEADING,
            Score.different(features, VALIDATION, HalfLife.FAST),
            Math.max(needed, features.targets(AUTH_OK)));
    Measure hours =
        new Measure(
            "different faults within hours",
            Score.different(features, VALIDATION, HalfLife.SLOW),
            Math.max(hoursMin, perSuccess * features.count(AUTH_OK, HalfLife.SLOW)));
    return Assessment.of(minutes, KINDS).or(() -> Assessment.of(hours, KINDS));
  }
}

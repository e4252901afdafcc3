package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.signal.SignalKind.AUTH_FAIL;
import static dev.rampart.domain.detection.signal.SignalKind.AUTH_OK;

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
 * Finds an account whose password is guessed from many networks. Its user moves too, but signs in
 * from where he is.
 *
 * @param networksMin how many networks may not fail without a success
 * @param perSuccess for each network that succeeds, so many more
 */
record DistributedBruteForce(double networksMin, double perSuccess) implements SubjectDetector {
  private static final String LEADING = "networks that failed to sign in to one account";
  private static final Set<SignalKind> KINDS = EnumSet.of(AUTH_FAIL);

  @Override
  public DetectorKind kind() {
    return DetectorKind.BRUTE_FORCE;
  }

  @Override
  public Threshold leading() {
    return new Threshold(LEADING, networksMin);
  }

  @Override
  public boolean watches(SubjectKind subject, SignalKind news) {
    return subject == SubjectKind.CREDENTIAL && news == AUTH_FAIL;
  }

  @Override
  public Optional<Assessment> assess(SubjectKind subject, SubjectFeatures features) {
    double failing =
        Math.min(
            features.originsWithout(AUTH_FAIL, AUTH_OK), features.count(AUTH_FAIL, HalfLife.SLOW));
    double succeeding = features.origins(AUTH_OK);
    return Assessment.of(
        new Measure(LEADING, failing, Math.max(networksMin, perSuccess * succeeding)),
        KINDS,
        () -> "it signed in from %d networks".formatted(Math.round(succeeding)));
  }
}

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
 * Finds a source that fails to sign in to many accounts and succeeds with few. Behind one address
 * there may be hundreds of people; most of them succeed.
 *
 * @param accountsMin how many accounts may not fail without a success
 * @param perSuccess for each account that succeeds, so many more
 */
record CredentialStuffing(double accountsMin, double perSuccess) implements SubjectDetector {
  private static final String LEADING = "accounts that failed to sign in";
  private static final Set<SignalKind> KINDS = EnumSet.of(AUTH_FAIL);

  @Override
  public DetectorKind kind() {
    return DetectorKind.CRED_STUFFING;
  }

  @Override
  public Threshold leading() {
    return new Threshold(LEADING, accountsMin);
  }

  @Override
  public boolean watches(SubjectKind subject, SignalKind news) {
    return subject == SubjectKind.IP && news == AUTH_FAIL;
  }

  @Override
  public Optional<Assessment> assess(SubjectKind subject, SubjectFeatures features) {
    double failing =
        Math.min(
            features.targetsWithout(AUTH_FAIL, AUTH_OK), features.count(AUTH_FAIL, HalfLife.SLOW));
    double succeeding = features.targets(AUTH_OK);
    return Assessment.of(
        new Measure(LEADING, failing, Math.max(accountsMin, perSuccess * succeeding)),
        KINDS,
        () -> "%d accounts signed in".formatted(Math.round(succeeding)));
  }
}

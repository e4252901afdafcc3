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
import java.util.function.Supplier;

/**
 * Finds a source that guesses the password of an account. People mistype and forget, so at their
 * pace it takes many failures; a machine that hurries is found with fewer. An account that signs in
 * from the same source ends the suspicion, and a timer explains it.
 *
 * @param machineMin failures within minutes that are enough at the pace of a machine
 * @param paceSeconds a mean distance below this is that of a machine
 * @param failuresMin failures within hours that are enough
 * @param patienceSeconds slower than this, nobody guesses much
 */
record BruteForce(double machineMin, double paceSeconds, double failuresMin, double patienceSeconds)
    implements SubjectDetector {
  private static final String LEADING = "failed sign-ins within minutes";
  private static final Set<SignalKind> KINDS = EnumSet.of(AUTH_FAIL);
  private static final int PACE_INTERVALS = 5;

  /** Accounts that fail have to be so many of those that succeed. */
  private static final double PER_SUCCESS = 0.5;

  /** Nobody fails so often for one account within minutes, whoever else signs in beside him. */
  private static final double PER_ACCOUNT_MAX = 20;

  @Override
  public DetectorKind kind() {
    return DetectorKind.BRUTE_FORCE;
  }

  @Override
  public Threshold leading() {
    return new Threshold(LEADING, machineMin);
  }

  @Override
  public boolean watches(SubjectKind subject, SignalKind news) {
    return subject == SubjectKind.IP && news == AUTH_FAIL;
  }

  @Override
  public Optional<Assessment> assess(SubjectKind subject, SubjectFeatures features) {
    double accounts = features.targetsWithout(AUTH_FAIL, AUTH_OK);
    if (accounts == 0 || isShared(features, accounts)) {
      return Optional.empty();
    }
    Supplier<String> context = () -> words(Math.round(accounts));
    double pace = features.paceSeconds(PACE_INTERVALS, KINDS);
    if (pace < paceSeconds) {
      double fast = features.count(AUTH_FAIL, HalfLife.FAST);
      if (fast >= machineMin) {
        return Assessment.of(new Measure(LEADING, fast, machineMin), KINDS, context);
      }
    }
    double slow = features.count(AUTH_FAIL, HalfLife.SLOW);
    return slow >= failuresMin && pace <= patienceSeconds && !Timers.explain(features, AUTH_FAIL)
        ? Assessment.of(
            new Measure("failed sign-ins within hours", slow, failuresMin), KINDS, context)
        : Optional.empty();
  }

  private static String words(long accounts) {
    return accounts == 1
        ? "on one account, which did not sign in"
        : "on %d accounts, none of which signed in".formatted(accounts);
  }

  private static boolean isShared(SubjectFeatures features, double accounts) {
    return accounts < PER_SUCCESS * features.targets(AUTH_OK)
        && features.count(AUTH_FAIL, HalfLife.FAST) < PER_ACCOUNT_MAX * accounts;
  }
}

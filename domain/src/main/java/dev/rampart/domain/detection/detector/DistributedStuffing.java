package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.signal.SignalKind.AUTH_FAIL;
import static dev.rampart.domain.detection.signal.SignalKind.AUTH_OK;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.GroupFeatures;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Finds stuffing that is spread over many sources: sources that each fail on several accounts
 * without a success, which are rare among honest ones; or far more failing sources than usual,
 * while no more than usual sign in.
 *
 * @param suspectsMin how many sources that failed on several accounts are too many
 * @param surge how many failing sources are too many
 */
record DistributedStuffing(double suspectsMin, Surge surge) implements GroupDetector {
  private static final String LEADING = "sources that failed on several accounts within 40 minutes";
  private static final int SUSPECT_SLOTS = 4;

  /** Stuffing tries other accounts; a lost password is tried again. */
  private static final double ACCOUNTS_PER_SOURCE_MIN = 0.7;

  private static final Set<SignalKind> KINDS = EnumSet.of(AUTH_FAIL);

  @Override
  public DetectorKind kind() {
    return DetectorKind.CRED_STUFFING;
  }

  @Override
  public Threshold leading() {
    return new Threshold(LEADING, suspectsMin);
  }

  @Override
  public boolean watches(SubjectKind group, SignalKind news) {
    return group == SubjectKind.GLOBAL && news == AUTH_FAIL;
  }

  @Override
  public Optional<Assessment> assess(SignalKind news, GroupFeatures features) {
    return Assessment.of(
            new Measure(LEADING, features.suspects(AUTH_FAIL, SUSPECT_SLOTS), suspectsMin), KINDS)
        .or(() -> surge(features));
  }

  private Optional<Assessment> surge(GroupFeatures features) {
    for (int slots : Surge.WINDOWS_SLOTS) {
      double failing = features.sources(AUTH_FAIL, slots);
      if (failing < surge.least(slots)
          || features.targets(AUTH_FAIL, slots) < ACCOUNTS_PER_SOURCE_MIN * failing) {
        continue;
      }
      double tooMany = surge.threshold(features, AUTH_FAIL, slots, moreSignIns(features, slots));
      boolean known = features.usualPerHour(AUTH_FAIL) >= 0;
      if (failing >= tooMany && (known || failing >= features.sources(AUTH_OK, slots))) {
        return Assessment.of(
            new Measure("sources that failed to sign in", failing, tooMany),
            KINDS,
            () -> "within %d minutes".formatted(Surge.minutes(slots)));
      }
    }
    return Optional.empty();
  }

  /** Returns how many times more sources sign in than usual, as after an outage; at least 1. */
  private static double moreSignIns(GroupFeatures features, int slots) {
    double usual = Surge.during(slots, features.usualPerHour(AUTH_OK));
    return usual > 1 ? Math.max(1, features.sources(AUTH_OK, slots) / usual) : 1;
  }
}

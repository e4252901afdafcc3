package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.signal.SignalKind.AUTH_OK;
import static dev.rampart.domain.detection.signal.SignalKind.TOKEN_INVALID;

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
 * Finds a source that tries many tokens or keys, or one on many routes. A page whose token expired
 * asks several routes at once, then gets a new token.
 *
 * @param targetsMin how many credentials or routes
 * @param refusalsMin how many refusals
 * @param perSuccess for each account that signs in from there, so many more targets
 * @param guessesMin how many refusals are enough if none names a credential, nobody signs in and no
 *     timer explains them
 */
record TokenForgery(double targetsMin, double refusalsMin, double perSuccess, double guessesMin)
    implements SubjectDetector {
  private static final String LEADING = "credentials or routes with a refused token";
  private static final Set<SignalKind> KINDS = EnumSet.of(TOKEN_INVALID);

  @Override
  public DetectorKind kind() {
    return DetectorKind.TOKEN_ABUSE;
  }

  @Override
  public Threshold leading() {
    return new Threshold(LEADING, targetsMin);
  }

  @Override
  public boolean watches(SubjectKind subject, SignalKind news) {
    return subject == SubjectKind.IP && news == TOKEN_INVALID;
  }

  @Override
  public Optional<Assessment> assess(SubjectKind subject, SubjectFeatures features) {
    double refusals = features.count(TOKEN_INVALID, HalfLife.SLOW);
    if (refusals < refusalsMin) {
      return Optional.empty();
    }
    double succeeding = features.targets(AUTH_OK);
    if (refusals >= guessesMin && succeeding == 0 && isGuessing(features)) {
      return Assessment.of(new Measure("refused tokens or keys", refusals, guessesMin), KINDS);
    }
    double extra = succeeding == 0 ? 0 : perSuccess * succeeding - targetsMin / 2;
    return Assessment.of(
        new Measure(LEADING, features.targets(TOKEN_INVALID), targetsMin + Math.max(0, extra)),
        KINDS,
        () -> "%d accounts signed in".formatted(Math.round(succeeding)));
  }

  /** A known credential that fails is that of somebody who has to renew it. */
  private static boolean isGuessing(SubjectFeatures features) {
    // Of what is so old that only its weight is left, nobody knows what it was.
    return features.targets(TOKEN_INVALID) > 0
        && features.credentials(TOKEN_INVALID) == 0
        && !Timers.explain(features, TOKEN_INVALID);
  }
}

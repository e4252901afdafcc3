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
 * Finds a key or a principal whose credentials are refused from several networks. Networks from
 * which somebody signed in do not count: a key that expired fails wherever its owner is.
 *
 * @param networksMin from how many networks
 * @param refusalsMin how many refusals
 * @param perSuccess for each network that somebody signs in from with it, so many more
 */
record TokenAbuse(double networksMin, double refusalsMin, double perSuccess)
    implements SubjectDetector {
  private static final String LEADING = "networks from which its credentials were refused";
  private static final Set<SignalKind> KINDS = EnumSet.of(TOKEN_INVALID);

  @Override
  public DetectorKind kind() {
    return DetectorKind.TOKEN_ABUSE;
  }

  @Override
  public Threshold leading() {
    return new Threshold(LEADING, networksMin);
  }

  @Override
  public boolean watches(SubjectKind subject, SignalKind news) {
    return (subject == SubjectKind.API_KEY || subject == SubjectKind.PRINCIPAL)
        && news == TOKEN_INVALID;
  }

  @Override
  public Optional<Assessment> assess(SubjectKind subject, SubjectFeatures features) {
    if (features.count(TOKEN_INVALID, HalfLife.SLOW) < refusalsMin) {
      return Optional.empty();
    }
    return Assessment.of(
        new Measure(
            LEADING,
            features.originsWithout(TOKEN_INVALID, AUTH_OK),
            Math.max(networksMin, perSuccess * features.origins(AUTH_OK) + networksMin / 2)),
        KINDS);
  }
}

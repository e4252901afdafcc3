package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.signal.SignalKind.AUTHZ_DENY;
import static dev.rampart.domain.detection.signal.SignalKind.NOT_FOUND;
import static dev.rampart.domain.detection.signal.SignalKind.ROUTE_UNKNOWN;
import static dev.rampart.domain.detection.signal.SignalKind.VALIDATION;

import dev.rampart.domain.detection.finding.Contribution;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.HalfLife;
import dev.rampart.domain.detection.state.SubjectFeatures;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds a source or a principal that tries hostile things for longer than a burst, and more slowly.
 * Mistakes count little here: within a day every crawler makes many. Two half hours are not enough
 * by themselves: a minute may lie in both.
 *
 * @param scoreMin the score that is enough
 * @param hostileMin how much of it has to be hostile by itself
 * @param mistakesMax how much missing things may add to it
 * @param validationMax how much invalid input may add to it
 * @param targetsMin how many different things it has to be after
 * @param halfHoursMin in how many half hours
 * @param minutesMin for how long
 */
record LowAndSlow(
    double scoreMin,
    double hostileMin,
    double mistakesMax,
    double validationMax,
    double targetsMin,
    int halfHoursMin,
    double minutesMin)
    implements SubjectDetector {
  private static final String LEADING = "points of different probes within hours";
  private static final double MILLIS_PER_MINUTE = Duration.ofMinutes(1).toMillis();
  private static final Set<SignalKind> MISSING = EnumSet.of(ROUTE_UNKNOWN, NOT_FOUND, AUTHZ_DENY);
  private static final Set<SignalKind> INVALID = EnumSet.of(VALIDATION);

  @Override
  public DetectorKind kind() {
    return DetectorKind.LOW_AND_SLOW;
  }

  @Override
  public Threshold leading() {
    return new Threshold(LEADING, scoreMin);
  }

  @Override
  public boolean watches(SubjectKind subject, SignalKind news) {
    return (subject == SubjectKind.IP || subject == SubjectKind.PRINCIPAL)
        && Kinds.PROBING.contains(news);
  }

  @Override
  public Optional<Assessment> assess(SubjectKind subject, SubjectFeatures features) {
    double hostile = Score.of(features, HalfLife.SLOW, Kinds.HOSTILE);
    if (hostile < hostileMin
        || features.activeHalfHours() < halfHoursMin
        || features.lastedMillis() < minutesMin * MILLIS_PER_MINUTE
        || targets(features) < targetsMin) {
      return Optional.empty();
    }
    double score =
        hostile
            + Math.min(mistakesMax, Score.of(features, HalfLife.SLOW, MISSING))
            + Math.min(validationMax, Score.of(features, HalfLife.SLOW, INVALID));
    return Assessment.of(new Measure(LEADING, score, scoreMin), Kinds.PROBING)
        .map(found -> found.summing(() -> contributions(features)));
  }

  private Map<DetectionPoint, Contribution> contributions(SubjectFeatures features) {
    Map<DetectionPoint, Contribution> all =
        Score.contributions(features, HalfLife.SLOW, Kinds.HOSTILE);
    all.putAll(limited(features, MISSING, mistakesMax));
    all.putAll(limited(features, INVALID, validationMax));
    return all;
  }

  private static Map<DetectionPoint, Contribution> limited(
      SubjectFeatures features, Set<SignalKind> kinds, double max) {
    double part = Math.min(1, max / Score.of(features, HalfLife.SLOW, kinds));
    Map<DetectionPoint, Contribution> all = Score.contributions(features, HalfLife.SLOW, kinds);
    all.replaceAll((_, contribution) -> contribution.limited(part));
    return all;
  }

  private static double targets(SubjectFeatures features) {
    double sum = 0;
    for (SignalKind kind : Kinds.PROBING) {
      sum += features.targets(kind);
    }
    return sum;
  }
}

package dev.rampart.domain.detection.detector;

import static dev.rampart.domain.detection.signal.SignalKind.AUTH_OK;

import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Measure;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.HalfLife;
import dev.rampart.domain.detection.state.SubjectFeatures;
import java.util.Optional;

/**
 * Finds a source that tries many different things within minutes.
 *
 * @param scoreMin the score that is enough if some of it is hostile by itself
 * @param hostileMin how much of it has to be
 * @param machineScoreMin the score that mistakes alone have to reach at the pace of a machine
 * @param mistakesScoreMin the score that they have to reach at any pace
 * @param paceSeconds a mean distance below this is that of a machine
 * @param agentsMin how many user agents one source without a sign-in may not have
 */
record BurstProbe(
    double scoreMin,
    double hostileMin,
    double machineScoreMin,
    double mistakesScoreMin,
    double paceSeconds,
    double agentsMin)
    implements SubjectDetector {
  private static final String LEADING = "points of different probes within minutes";
  private static final int PACE_INTERVALS = 8;

  @Override
  public DetectorKind kind() {
    return DetectorKind.BURST_PROBE;
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
    double hostile = Score.of(features, HalfLife.FAST, Kinds.HOSTILE);
    double score = hostile + Score.of(features, HalfLife.FAST, Kinds.MISTAKES);
    Measure measure = new Measure(LEADING, score, threshold(hostile, features));
    return Assessment.of(measure, Kinds.PROBING)
        .map(
            found ->
                found.summing(() -> Score.contributions(features, HalfLife.FAST, Kinds.PROBING)))
        .or(() -> subject == SubjectKind.IP ? manyAgents(features) : Optional.empty());
  }

  private double threshold(double hostile, SubjectFeatures features) {
    if (hostile >= hostileMin) {
      return scoreMin;
    }
    return features.paceSeconds(PACE_INTERVALS, Kinds.PROBING) < paceSeconds
        ? machineScoreMin
        : mistakesScoreMin;
  }

  /** A tool that changes its user agent with each request; a network of people signs in too. */
  private Optional<Assessment> manyAgents(SubjectFeatures features) {
    if (features.targets(AUTH_OK) > 0) {
      return Optional.empty();
    }
    double recent = 0;
    for (SignalKind kind : Kinds.PROBING) {
      recent += features.count(kind, HalfLife.FAST);
    }
    double agents = Math.min(features.agents(), recent);
    return Assessment.of(
        new Measure("user agents of one source within minutes", agents, agentsMin), Kinds.PROBING);
  }
}

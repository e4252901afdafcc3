package dev.rampart.domain.usecase;

import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.port.in.DetectThreats;
import dev.rampart.domain.port.in.FollowUpFindings;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.StateStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@link DetectThreats} over stores and a publisher.
 *
 * <p>If a state or a finding cannot be stored, the signals that it was for are delivered again, or
 * the one that shows the finding; states that have them already do not count them twice. A finding
 * is stored whole before it is published and marked afterwards: what is not published then is left
 * to {@link FollowUpFindings}, for the same batch might not show it again.
 */
public record DetectThreatsUseCase(
    StateStore states,
    DetectionEngine engine,
    KeyedHash hash,
    FindingPublication publication,
    InstantSource clock)
    implements DetectThreats {
  @Override
  public Result detect(List<Signal> batch) {
    List<Signal> distinct = Signal.distinct(batch);
    publication.metrics().signals(distinct);
    SignalAssessment assessment = new SignalAssessment(states, engine, hash);
    assessment.assess(distinct);
    Set<SignalId> failed = new HashSet<>(assessment.failed());
    List<Threat> published = new ArrayList<>();
    for (BatchFindings.Shown shown : assessment.findings()) {
      Instant now = MillisClock.now(clock);
      try {
        FindingRecord stored = publication.findings().openOrUpdate(shown.finding(), now);
        publish(stored, now).ifPresent(published::add);
      } catch (PortUnavailable _) {
        failed.add(shown.by());
      }
    }
    return new Result(published, failed);
  }

  /**
   * Publishes what was changed just now: somebody else's change is about to be published by them,
   * and followed up if it is not.
   */
  private Optional<Threat> publish(FindingRecord stored, Instant now) {
    if (!stored.needsPublishing() || !stored.changedAt().equals(now)) {
      return Optional.empty();
    }
    try {
      return Optional.of(publication.publish(stored, now));
    } catch (PortUnavailable _) {
      return Optional.empty();
    }
  }
}

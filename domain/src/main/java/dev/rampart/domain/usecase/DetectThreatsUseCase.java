package dev.rampart.domain.usecase;

import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.detection.finding.EvidenceLine;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.port.in.DetectThreats;
import dev.rampart.domain.port.out.FindingStore;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.StateStore;
import dev.rampart.domain.port.out.ThreatMetrics;
import dev.rampart.domain.port.out.ThreatPublisher;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@link DetectThreats} over stores and a publisher.
 *
 * <p>If a state or a finding cannot be stored, the signals that it was for are delivered again; the
 * states that have them already do not count them twice. A finding is stored before it is published
 * and marked afterwards: a crash in between leaves a version that still needs publishing, and the
 * repeated batch publishes it.
 */
public record DetectThreatsUseCase(
    StateStore states,
    DetectionEngine engine,
    KeyedHash hash,
    FindingStore findings,
    ThreatPublisher publisher,
    ThreatMetrics metrics,
    InstantSource clock)
    implements DetectThreats {
  @Override
  public Result detect(List<Signal> batch) {
    List<Signal> distinct = Signal.distinct(batch);
    metrics.signals(distinct);
    SignalAssessment assessment = new SignalAssessment(states, engine, hash);
    assessment.assess(distinct);
    Set<SignalId> failed = new HashSet<>(assessment.failed());
    List<Threat> published = new ArrayList<>();
    for (Finding finding : assessment.findings()) {
      try {
        publish(finding).ifPresent(published::add);
      } catch (PortUnavailable _) {
        finding.evidence().stream().map(EvidenceLine::examples).forEach(failed::addAll);
      }
    }
    return new Result(published, failed);
  }

  private Optional<Threat> publish(Finding found) {
    FindingStore.PublicationState state = findings.openOrUpdate(found);
    if (!state.needsPublishing()) {
      return Optional.empty();
    }
    boolean first = state.publishedVersion() == 0;
    Finding finding = found.withId(state.id());
    Threat threat =
        new Threat(
            first ? Threat.Change.DETECTED : Threat.Change.UPDATED,
            finding,
            state.version(),
            MillisClock.now(clock));
    publisher.publish(List.of(threat));
    findings.markPublished(finding, state);
    if (first) {
      metrics.finding(finding);
    }
    return Optional.of(threat);
  }
}

package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.detector.Detector;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.Profile;
import dev.rampart.domain.port.in.DetectThreats;
import dev.rampart.domain.port.out.FindingStore;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.ProfileStore;
import dev.rampart.domain.port.out.ThreatMetrics;
import dev.rampart.domain.port.out.ThreatPublisher;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@link DetectThreats} over stores and a publisher. A finding is stored before it is published and
 * marked afterwards: a crash in between leaves a version that still needs publishing, and the
 * repeated batch publishes it.
 */
public record DetectThreatsUseCase(
    ProfileStore profiles,
    List<Detector> detectors,
    FindingStore findings,
    ThreatPublisher publisher,
    ThreatMetrics metrics,
    InstantSource clock)
    implements DetectThreats {
  public DetectThreatsUseCase {
    detectors = List.copyOf(detectors);
  }

  @Override
  public Result detect(List<Signal> batch) {
    List<Signal> distinct = Signal.distinct(batch);
    List<Threat> published = new ArrayList<>();
    Set<SignalId> failed = new HashSet<>();
    metrics.signals(distinct);
    bySubject(distinct)
        .forEach(
            (subject, signals) -> {
              try {
                published.addAll(assess(subject, signals));
              } catch (PortUnavailable _) {
                signals.forEach(signal -> failed.add(signal.id()));
              }
            });
    return new Result(published, failed);
  }

  private static Map<Subject, List<Signal>> bySubject(List<Signal> signals) {
    Map<Subject, List<Signal>> groups = new LinkedHashMap<>();
    for (Signal signal : signals) {
      if (signal.point().kind() != SignalKind.COUNTER_EVIDENCE) {
        Subject.of(signal)
            .forEach(
                subject -> groups.computeIfAbsent(subject, _ -> new ArrayList<>()).add(signal));
      }
    }
    return groups;
  }

  private List<Threat> assess(Subject subject, List<Signal> signals) {
    Profile profile = profiles.add(subject, signals);
    return detectors.stream()
        .flatMap(detector -> detector.assess(profile, signals).stream())
        .flatMap(finding -> publish(finding).stream())
        .toList();
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

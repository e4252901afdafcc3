package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.Detector;
import dev.rampart.domain.detection.Finding;
import dev.rampart.domain.detection.Signal;
import dev.rampart.domain.detection.SignalId;
import dev.rampart.domain.detection.SignalKind;
import dev.rampart.domain.detection.Subject;
import dev.rampart.domain.detection.Threat;
import dev.rampart.domain.port.in.DetectThreats;
import dev.rampart.domain.port.out.FindingStore;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.ProfileStore;
import dev.rampart.domain.port.out.ThreatAnnouncer;
import dev.rampart.domain.port.out.ThreatMetrics;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@link DetectThreats} over stores and announcers. A finding is written before it is told and
 * marked after: whoever dies in between leaves a version that is still owed, and the repeated batch
 * tells it.
 */
public record DetectThreatsUseCase(
    ProfileStore profiles,
    List<Detector> detectors,
    FindingStore findings,
    ThreatAnnouncer announcer,
    ThreatMetrics metrics,
    InstantSource clock)
    implements DetectThreats {
  public DetectThreatsUseCase {
    detectors = List.copyOf(detectors);
  }

  @Override
  public Result detect(List<Signal> batch) {
    var byId = new LinkedHashMap<SignalId, Signal>();
    batch.forEach(signal -> byId.putIfAbsent(signal.id(), signal));
    var told = new ArrayList<Threat>();
    var failed = new HashSet<SignalId>();
    metrics.signals(List.copyOf(byId.values()));
    bySubject(byId)
        .forEach(
            (subject, signals) -> {
              try {
                told.addAll(assess(subject, signals));
              } catch (PortUnavailable _) {
                signals.forEach(signal -> failed.add(signal.id()));
              }
            });
    return new Result(told, failed);
  }

  private static Map<Subject, List<Signal>> bySubject(Map<SignalId, Signal> signals) {
    var groups = new LinkedHashMap<Subject, List<Signal>>();
    for (var signal : signals.values()) {
      if (signal.point().kind() != SignalKind.COUNTER_EVIDENCE) {
        Subject.of(signal)
            .forEach(
                subject -> groups.computeIfAbsent(subject, _ -> new ArrayList<>()).add(signal));
      }
    }
    return groups;
  }

  private List<Threat> assess(Subject subject, List<Signal> signals) {
    var profile = profiles.add(subject, signals);
    return detectors.stream()
        .flatMap(detector -> detector.assess(profile, signals).stream())
        .flatMap(finding -> tell(finding).stream())
        .toList();
  }

  private Optional<Threat> tell(Finding found) {
    var standing = findings.keep(found);
    if (!standing.owed()) {
      return Optional.empty();
    }
    var first = standing.toldVersion() == 0;
    var finding = found.named(standing.id());
    var threat =
        new Threat(
            first ? Threat.Change.DETECTED : Threat.Change.UPDATED,
            finding,
            standing.version(),
            Moments.now(clock));
    announcer.announce(List.of(threat));
    findings.told(finding, standing);
    if (first) {
      metrics.finding(finding);
    }
    return Optional.of(threat);
  }
}

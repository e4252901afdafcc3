package dev.rampart.domain.detection.engine;

import dev.rampart.domain.detection.detector.Detector;
import dev.rampart.domain.detection.detector.Detectors;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.SignalScript;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What detectors find in a stream of signals. */
public final class StreamRun {
  /** What was found about whom. */
  public record Hit(DetectorKind detector, SubjectKind kind, String subject) {}

  /** What was found about whom when a signal came. */
  public record Sighting(Hit hit, SignalId signal) {}

  private record Shown(Hit hit, Finding finding, Signal signal) {}

  private final List<Signal> taken = new ArrayList<>();
  private final List<Shown> shown = new ArrayList<>();
  private final SignalStream stream;

  /** Uses the standard detectors. */
  public StreamRun() {
    this(Detectors.standard());
  }

  /** Uses these detectors. */
  public StreamRun(List<Detector> detectors) {
    this.stream =
        new SignalStream(List.of(new DetectionEngine(detectors)), SignalScript.HASH, this::shown);
  }

  /** Returns what is found in signals in the order given. */
  public static StreamRun of(Collection<Signal> signals) {
    StreamRun run = new StreamRun();
    for (Signal signal : signals) {
      var _ = run.take(signal);
    }
    return run;
  }

  /** Returns what is found in a script. */
  public static StreamRun of(SignalScript script) {
    return of(script.signals());
  }

  /** Takes one more signal, and returns how many things it shows. */
  public int take(Signal signal) {
    int before = shown.size();
    taken.add(signal);
    stream.take(signal);
    return shown.size() - before;
  }

  private void shown(int engine, Found found, Signal signal) {
    Subject subject = found.subject();
    shown.add(
        new Shown(
            new Hit(found.detector(), subject.kind(), subject.name()),
            found.finding(List.of(signal)),
            signal));
  }

  /** Returns everything that was found, informational or not, each once. */
  public Set<Hit> all() {
    Set<Hit> all = new LinkedHashSet<>();
    shown.forEach(each -> all.add(each.hit()));
    return all;
  }

  /** Returns everything that somebody is suspected of, each once. */
  public Set<Hit> incidents() {
    Set<Hit> suspected = all();
    suspected.removeIf(hit -> hit.detector().isInformational());
    return suspected;
  }

  /** Returns which signals showed what. */
  public Set<Sighting> sightings() {
    return shown.stream()
        .map(each -> new Sighting(each.hit(), each.signal().id()))
        .collect(Collectors.toSet());
  }

  /** Returns all findings, one for each signal that showed one. */
  public List<Finding> findings() {
    return shown.stream().map(Shown::finding).toList();
  }

  /** Returns the first finding of each thing that was found. */
  public List<Finding> firstFindings() {
    Map<Hit, Finding> first = new LinkedHashMap<>();
    shown.forEach(each -> first.putIfAbsent(each.hit(), each.finding()));
    return List.copyOf(first.values());
  }

  /** Returns how many signals it took, the one that showed it first included. */
  public int delay(DetectorKind detector, SubjectKind kind, String subject) {
    Hit hit = new Hit(detector, kind, subject);
    Signal first =
        shown.stream()
            .filter(each -> each.hit().equals(hit))
            .findFirst()
            .orElseThrow(() -> new AssertionError(hit + " is not among " + all()))
            .signal();
    return taken.indexOf(first) + 1;
  }
}

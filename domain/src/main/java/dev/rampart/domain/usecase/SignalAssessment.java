package dev.rampart.domain.usecase;

import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.detection.engine.Found;
import dev.rampart.domain.detection.engine.SignalFanOut;
import dev.rampart.domain.detection.engine.SignalSubjects;
import dev.rampart.domain.detection.engine.SourceView;
import dev.rampart.domain.detection.finding.DetectorKind;
import dev.rampart.domain.detection.finding.Finding;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.GroupFeatures;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.SignalDigest;
import dev.rampart.domain.detection.state.SubjectFeatures;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.StateStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Adds the signals of one batch to the states of their subjects, and assesses the states that come
 * back. Sources go first: what is known of them decides what others keep of the signal.
 */
final class SignalAssessment {
  private final StateStore states;
  private final DetectionEngine engine;
  private final KeyedHash hash;
  private final List<Finding> findings = new ArrayList<>();
  private final Set<SignalId> failed = new HashSet<>();
  private final Map<Subject, SourceView> sources = new HashMap<>();

  SignalAssessment(StateStore states, DetectionEngine engine, KeyedHash hash) {
    this.states = states;
    this.engine = engine;
    this.hash = hash;
  }

  /** Assesses distinct signals, once. */
  void assess(List<Signal> signals) {
    List<Digested> all =
        signals.stream()
            .map(signal -> new Digested(signal, new SignalDigest(signal, hash)))
            .toList();
    SubjectNews bySource = new SubjectNews();
    for (Digested each : all) {
      SignalSubjects.source(each.digest())
          .ifPresent(source -> bySource.add(source, each.signal(), each.digest().forSource()));
    }
    bySource.bySubject().forEach((source, news) -> update(source, news, true));
    OthersNews others = new OthersNews(new SubjectNews(), new GroupNews());
    for (Digested each : all) {
      if (!failed.contains(each.signal().id())) {
        Optional<SourceView> source = SignalSubjects.source(each.digest()).map(sources::get);
        SignalFanOut.toOthers(each.signal(), each.digest(), source, others);
      }
    }
    others.subjects.bySubject().forEach((subject, news) -> update(subject, news, false));
    others.groups.byGroup().forEach(this::update);
  }

  private record Digested(Signal signal, SignalDigest digest) {}

  /** What a batch holds for all states but those of its sources. */
  private record OthersNews(SubjectNews subjects, GroupNews groups) implements SignalFanOut.States {
    @Override
    public void subject(Subject subject, Signal signal, Observation seen) {
      subjects.add(subject, signal, seen);
    }

    @Override
    public void group(Subject group, Signal signal, Observation seen) {
      groups.add(group, signal, seen);
    }

    @Override
    public void suspect(Subject group, Signal signal, Observation seen, boolean counted) {
      groups.addSuspect(group, signal, seen, counted);
    }
  }

  /** Returns what was found. */
  List<Finding> findings() {
    return findings;
  }

  /** Returns the signals that were not added to all states. */
  Set<SignalId> failed() {
    return failed;
  }

  private void update(Subject subject, SubjectNews.News news, boolean isSource) {
    try {
      SubjectFeatures features = new SubjectFeatures(states.add(subject, news.observations()));
      if (isSource) {
        sources.put(subject, new SourceView(features));
      }
      find(news.signals(), kind -> engine.assess(subject, kind, features));
    } catch (PortUnavailable _) {
      news.signals().forEach(signal -> failed.add(signal.id()));
    }
  }

  private void update(Subject group, GroupNews.News news) {
    try {
      GroupFeatures features = new GroupFeatures(states.addToGroup(group, news.state()));
      find(news.signals(), kind -> engine.assess(group, kind, features));
    } catch (PortUnavailable _) {
      news.signals().forEach(signal -> failed.add(signal.id()));
    }
  }

  /** Several kinds of news may show the same detector the same: it is one finding. */
  private void find(Collection<Signal> signals, Function<SignalKind, List<Found>> assess) {
    Map<DetectorKind, Found> byDetector = new EnumMap<>(DetectorKind.class);
    EnumSet<SignalKind> kinds = EnumSet.noneOf(SignalKind.class);
    signals.forEach(signal -> kinds.add(signal.point().kind()));
    for (SignalKind kind : kinds) {
      for (Found found : assess.apply(kind)) {
        byDetector.merge(
            found.detector(),
            found,
            (one, other) -> other.severity().compareTo(one.severity()) > 0 ? other : one);
      }
    }
    byDetector.values().forEach(found -> findings.add(found.finding(List.copyOf(signals))));
  }
}

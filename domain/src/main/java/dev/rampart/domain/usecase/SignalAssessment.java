package dev.rampart.domain.usecase;

import dev.rampart.domain.common.KeyedHash;
import dev.rampart.domain.detection.engine.DetectionEngine;
import dev.rampart.domain.detection.engine.SignalFanOut;
import dev.rampart.domain.detection.engine.SignalSubjects;
import dev.rampart.domain.detection.engine.SourceView;
import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.SignalId;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.GroupFeatures;
import dev.rampart.domain.detection.state.GroupState;
import dev.rampart.domain.detection.state.Observation;
import dev.rampart.domain.detection.state.SignalDigest;
import dev.rampart.domain.detection.state.SubjectFeatures;
import dev.rampart.domain.detection.state.SubjectState;
import dev.rampart.domain.port.out.PortUnavailable;
import dev.rampart.domain.port.out.StateStore;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Adds the signals of one batch to the states of their subjects, and assesses the states as they
 * were after each signal, in order of time: so a burst is found however the queue divides it, and
 * whatever else the batch holds. The store gives each state as it was before the batch; the states
 * in between cost no write.
 *
 * <p>Sources go first: what is known of them decides what others keep of the signal.
 */
public final class SignalAssessment {
  private static final Comparator<Signal> BY_TIME =
      Comparator.comparing(Signal::observedAt).thenComparing(signal -> signal.id().text());

  private final StateStore states;
  private final DetectionEngine engine;
  private final KeyedHash hash;
  private final BatchFindings findings = new BatchFindings();
  private final Set<SignalId> failed = new HashSet<>();
  private final Map<SignalId, SourceView> sources = new HashMap<>();

  /** Starts with a batch of which nothing is known yet. */
  public SignalAssessment(StateStore states, DetectionEngine engine, KeyedHash hash) {
    this.states = states;
    this.engine = engine;
    this.hash = hash;
  }

  /** Assesses distinct signals, once. */
  public void assess(List<Signal> signals) {
    List<Digested> all =
        signals.stream()
            .sorted(BY_TIME)
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
      SignalId id = each.signal().id();
      if (!failed.contains(id)) {
        Optional<SourceView> source = Optional.ofNullable(sources.get(id));
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
    public void group(Subject group, Signal signal, Observation seen, boolean isFirst) {
      groups.add(group, signal, seen, isFirst);
    }

    @Override
    public void suspect(Subject group, Signal signal, Observation seen, boolean counted) {
      groups.addSuspect(group, signal, seen, counted);
    }
  }

  /** Returns what was found. */
  List<BatchFindings.Shown> findings() {
    return findings.list();
  }

  /** Returns the signals that were not added to all states. */
  public Set<SignalId> failed() {
    return failed;
  }

  private void update(Subject subject, SubjectNews.News news, boolean isSource) {
    List<Signal> signals = news.signals();
    try {
      SubjectState state = states.add(subject, news.observations());
      for (int i = 0; i < signals.size(); i++) {
        Observation seen = news.observations().get(i);
        // What was added before may not have been told, so it is assessed again.
        var _ = state.add(seen);
        List<SubjectFeatures> all = SubjectFeatures.toJudge(state, seen.timeMillis());
        for (SubjectFeatures features : all) {
          findings.add(
              engine.assess(subject, kind(signals.get(i)), features), signals.subList(0, i + 1));
        }
        if (isSource) {
          sources.put(signals.get(i).id(), SourceView.of(all.getLast(), seen));
        }
      }
    } catch (PortUnavailable _) {
      signals.forEach(signal -> failed.add(signal.id()));
    }
  }

  private void update(Subject group, List<GroupNews.News> news) {
    List<Signal> signals = new ArrayList<>();
    GroupState sum = new GroupState();
    news.forEach(each -> each.addTo(sum));
    try {
      GroupState state = states.addToGroup(group, sum);
      for (GroupNews.News each : news) {
        each.addTo(state);
        if (signals.isEmpty() || !signals.getLast().equals(each.signal())) {
          signals.add(each.signal());
        }
        long time = each.signal().observedAt().toEpochMilli();
        for (GroupFeatures features : GroupFeatures.toJudge(state, time)) {
          findings.add(engine.assess(group, kind(each.signal()), features), signals);
        }
      }
    } catch (PortUnavailable _) {
      news.forEach(each -> failed.add(each.signal().id()));
    }
  }

  private static SignalKind kind(Signal signal) {
    return signal.point().kind();
  }
}

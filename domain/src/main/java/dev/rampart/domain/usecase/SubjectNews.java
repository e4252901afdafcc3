package dev.rampart.domain.usecase;

import dev.rampart.domain.detection.signal.Signal;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.state.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** What a batch holds about each subject, in the order in which the subjects appear. */
final class SubjectNews {
  /** The signals about one subject, and what its state is to keep of each. */
  record News(List<Signal> signals, List<Observation> observations) {}

  private final SequencedMap<Subject, News> bySubject = new LinkedHashMap<>();

  void add(Subject subject, Signal signal, Observation seen) {
    News news =
        bySubject.computeIfAbsent(subject, _ -> new News(new ArrayList<>(), new ArrayList<>()));
    news.signals().add(signal);
    news.observations().add(seen);
  }

  Map<Subject, News> bySubject() {
    return bySubject;
  }
}

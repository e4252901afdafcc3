package dev.rampart.domain.detection.engine;

import dev.rampart.domain.detection.detector.Assessment;
import dev.rampart.domain.detection.detector.Detector;
import dev.rampart.domain.detection.detector.GroupDetector;
import dev.rampart.domain.detection.detector.SubjectDetector;
import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.detection.state.GroupFeatures;
import dev.rampart.domain.detection.state.SubjectFeatures;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows states to the detectors that a new signal concerns. Holds nothing that changes. */
public final class DetectionEngine {
  private static final int KINDS = SignalKind.values().length;

  // Looked up for every signal and subject: arrays, by the pair of their kinds.
  private final SubjectDetector[][] ofSubjects;
  private final GroupDetector[][] ofGroups;

  /** Uses these detectors. */
  public DetectionEngine(List<Detector> detectors) {
    int pairs = SubjectKind.values().length * KINDS;
    this.ofSubjects = new SubjectDetector[pairs][];
    this.ofGroups = new GroupDetector[pairs][];
    for (SubjectKind subject : SubjectKind.values()) {
      for (SignalKind news : SignalKind.values()) {
        ofSubjects[pair(subject, news)] =
            watching(detectors, SubjectDetector.class, subject, news)
                .toArray(SubjectDetector[]::new);
        ofGroups[pair(subject, news)] =
            watching(detectors, GroupDetector.class, subject, news).toArray(GroupDetector[]::new);
      }
    }
  }

  private static <D extends Detector> Stream<D> watching(
      List<Detector> detectors, Class<D> type, SubjectKind subject, SignalKind news) {
    return detectors.stream()
        .filter(type::isInstance)
        .map(type::cast)
        .filter(detector -> detector.watches(subject, news));
  }

  private static int pair(SubjectKind subject, SignalKind news) {
    return subject.ordinal() * KINDS + news.ordinal();
  }

  /**
   * Returns what the detectors find about a subject.
   *
   * @param news the kind of the new signals
   */
  public List<Found> assess(Subject subject, SignalKind news, SubjectFeatures features) {
    List<Found> all = List.of();
    for (SubjectDetector detector : ofSubjects[pair(subject.kind(), news)]) {
      Optional<Assessment> assessment = detector.assess(subject.kind(), features);
      if (assessment.isPresent()) {
        all = with(all, new Found(detector.kind(), subject, assessment.get(), features));
      }
    }
    return all;
  }

  /**
   * Returns what the detectors find about a group of sources.
   *
   * @param news the kind of the new signals
   */
  public List<Found> assess(Subject group, SignalKind news, GroupFeatures features) {
    List<Found> all = List.of();
    for (GroupDetector detector : ofGroups[pair(group.kind(), news)]) {
      Optional<Assessment> assessment = detector.assess(news, features);
      if (assessment.isPresent()) {
        all = with(all, new Found(detector.kind(), group, assessment.get(), features));
      }
    }
    return all;
  }

  /** Hardly any signal shows anything, so the list is made when there is something for it. */
  private static List<Found> with(List<Found> some, Found another) {
    if (!another.hasEvidence()) {
      return some;
    }
    List<Found> all = some.isEmpty() ? new ArrayList<>() : some;
    all.add(another);
    return all;
  }
}

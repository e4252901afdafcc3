package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.signal.SignalKind;
import dev.rampart.domain.detection.signal.SubjectKind;
import java.util.EnumSet;
import java.util.Set;

/** What a detector watches. */
final class Watching {
  private Watching() {}

  /** Returns the subjects that it looks at, for whatever reason. */
  static Set<SubjectKind> subjects(Detector detector) {
    EnumSet<SubjectKind> subjects = EnumSet.noneOf(SubjectKind.class);
    for (SubjectKind subject : SubjectKind.values()) {
      if (!news(detector, subject).isEmpty()) {
        subjects.add(subject);
      }
    }
    return subjects;
  }

  /** Returns the kinds of signals that are a reason to look at a subject. */
  static Set<SignalKind> news(Detector detector, SubjectKind subject) {
    EnumSet<SignalKind> news = EnumSet.allOf(SignalKind.class);
    news.removeIf(
        kind ->
            switch (detector) {
              case SubjectDetector one -> !one.watches(subject, kind);
              case GroupDetector one -> !one.watches(subject, kind);
            });
    return news;
  }
}

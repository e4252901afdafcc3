package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.signal.Subject;
import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers the bounds of the subjects that have reached some, those that were last about. */
final class KnownBounds {
  private static final int SUBJECTS_MAX = 10_000;

  private final Map<Subject, Bounds> bySubject =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Subject, Bounds> eldest) {
          return size() > SUBJECTS_MAX;
        }
      };

  /**
   * Returns the bounds of a subject in a half hour; ids that were full in an earlier one are void.
   */
  synchronized Bounds of(Subject subject, long halfHour) {
    Bounds known = bySubject.getOrDefault(subject, Bounds.NONE);
    return known.isFull(halfHour) ? known : Bounds.NONE;
  }

  /** Takes note of bounds. */
  synchronized void note(Subject subject, Bounds bounds) {
    if (bounds.equals(Bounds.NONE)) {
      var _ = bySubject.remove(subject);
    } else {
      var _ = bySubject.put(subject, bounds);
    }
  }
}

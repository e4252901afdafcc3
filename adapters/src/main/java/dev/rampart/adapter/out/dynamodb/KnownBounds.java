package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.signal.Subject;
import java.util.HashMap;
import java.util.Map;

/** Remembers the bounds of subjects that have reached some; all are forgotten if there are many. */
final class KnownBounds {
  private static final int SUBJECTS_MAX = 10_000;

  private final Map<Subject, Bounds> bySubject = new HashMap<>();

  /** Returns the bounds of a subject in a half hour; ids that were full in another one are void. */
  synchronized Bounds of(Subject subject, long halfHour) {
    Bounds known = bySubject.getOrDefault(subject, Bounds.NONE);
    return known.isFull(halfHour) ? known : Bounds.NONE;
  }

  /** Takes note of bounds. */
  synchronized void note(Subject subject, Bounds bounds) {
    if (bounds.equals(Bounds.NONE)) {
      bySubject.remove(subject);
      return;
    }
    if (bySubject.size() >= SUBJECTS_MAX) {
      bySubject.clear();
    }
    bySubject.put(subject, bounds);
  }
}

package dev.rampart.adapter.out.dynamodb;

import dev.rampart.domain.detection.signal.Subject;
import java.util.HashMap;
import java.util.Map;

/** Remembers the bounds of subjects that have reached some; all are forgotten if there are many. */
final class KnownBounds {
  private static final int SUBJECTS_MAX = 10_000;

  private final Map<Subject, StateBounds> bySubject = new HashMap<>();

  /** Returns the bounds of a subject in a half hour; ids that were full in another one are void. */
  synchronized StateBounds of(Subject subject, long halfHour) {
    StateBounds known = bySubject.getOrDefault(subject, StateBounds.NONE);
    return known.isFull(halfHour) ? known : StateBounds.NONE;
  }

  /** Takes note of bounds. */
  synchronized void note(Subject subject, StateBounds bounds) {
    if (bounds.equals(StateBounds.NONE)) {
      bySubject.remove(subject);
      return;
    }
    if (bySubject.size() >= SUBJECTS_MAX) {
      bySubject.clear();
    }
    bySubject.put(subject, bounds);
  }
}

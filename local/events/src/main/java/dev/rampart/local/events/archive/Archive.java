package dev.rampart.local.events.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The events that one archive keeps, in the order in which they came. For one thread at once. */
final class Archive {
  /** What an event takes beside its text, roughly. */
  private static final int OVERHEAD_BYTES = 100;

  private final ArchiveSettings settings;
  private final Instant createdAt;
  private final Deque<Kept> events = new ArrayDeque<>();
  private long bytes;

  /**
   * An event that is kept.
   *
   * @param time when it happened, as it says itself
   * @param keptAt when it came
   */
  record Kept(String event, Instant time, Instant keptAt) {
    long bytes() {
      return OVERHEAD_BYTES + 2L * event.length();
    }
  }

  Archive(ArchiveSettings settings, Instant createdAt) {
    this.settings = settings;
    this.createdAt = createdAt;
  }

  ArchiveSettings settings() {
    return settings;
  }

  Instant createdAt() {
    return createdAt;
  }

  void add(Kept event) {
    events.addLast(event);
    bytes += event.bytes();
  }

  /** Forgets what is older than it has to be kept; returns how many bytes that was. */
  long expire(Instant now) {
    if (settings.retentionDays() == 0) {
      return 0;
    }
    Instant oldest = now.minus(Duration.ofDays(settings.retentionDays()));
    long before = bytes;
    while (!events.isEmpty() && events.getFirst().keptAt().isBefore(oldest)) {
      long _ = removeOldest();
    }
    return before - bytes;
  }

  /** Forgets the oldest event, if there is one; returns how many bytes it took. */
  long removeOldest() {
    if (events.isEmpty()) {
      return 0;
    }
    long freed = events.removeFirst().bytes();
    bytes -= freed;
    return freed;
  }

  long count() {
    return events.size();
  }

  long bytes() {
    return bytes;
  }

  /** Returns the events that happened from a moment on and before another one, in any order. */
  List<Kept> between(Instant start, Instant end) {
    List<Kept> found = new ArrayList<>();
    for (Kept event : events) {
      if (!event.time().isBefore(start) && event.time().isBefore(end)) {
        found.add(event);
      }
    }
    return found;
  }

  /** Returns when the oldest event came; never if there is none. */
  Instant oldest() {
    return events.isEmpty() ? Instant.MAX : events.getFirst().keptAt();
  }
}

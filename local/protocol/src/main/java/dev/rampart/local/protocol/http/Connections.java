package dev.rampart.local.protocol.http;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The open connections of a port. When they are too many, a new one takes the place of the one that
 * can best be spared: one that was refused and is about to close, then one that never sent a
 * request, then one that is idle between two, then one that is still sending, and of these the one
 * that has been so for longest. Connections that wait for an answer are not ended.
 */
final class Connections {
  private static final Comparator<Connection.Activity> SPARED_FIRST =
      Comparator.comparing(Connection.Activity::state).thenComparing(Connection.Activity::nanos);

  /** Far longer than a client of this machine takes for the largest answer. */
  private static final Duration SLOW = Duration.ofSeconds(2);

  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final int max;
  private final Duration writing;

  /**
   * An empty set.
   *
   * @param max connections open at once
   * @param writing time for a client to take an answer
   */
  Connections(int max, Duration writing) {
    this.max = max;
    this.writing = writing;
  }

  private record Candidate(Connection connection, Connection.Activity activity) {}

  /** Adds a connection; returns false if there is no room, nor any that can be spared. */
  boolean add(Connection connection) {
    while (open.size() >= max) {
      if (!spareOne()) {
        return false;
      }
    }
    return open.add(connection);
  }

  void remove(Connection connection) {
    open.remove(connection);
  }

  /** Ends one connection to make room; returns false if none can be spared. */
  boolean spareOne() {
    Optional<Candidate> spared = spared();
    while (spared.isPresent()) {
      Candidate candidate = spared.get();
      boolean sends = candidate.connection().countAsReading(candidate.activity());
      if (!sends && candidate.connection().endIf(candidate.activity())) {
        remove(candidate.connection());
        return true;
      }
      spared = spared();
    }
    return false;
  }

  private Optional<Candidate> spared() {
    return open.stream()
        .map(connection -> new Candidate(connection, connection.activity()))
        .filter(candidate -> candidate.activity().state().compareTo(Connection.State.ANSWERING) < 0)
        .min(Comparator.comparing(Candidate::activity, SPARED_FIRST));
  }

  /** Ends the connections whose clients do not take their answers. */
  void endOverdue() {
    long now = System.nanoTime();
    for (Connection connection : open) {
      Connection.Activity activity = connection.activity();
      if (activity.state() == Connection.State.WRITING
          && now - activity.nanos() > writing.toNanos()) {
        connection.endIf(activity);
      }
    }
  }

  /**
   * Ends the connection that has been taking its answer for longest, if that is longer than {@link
   * #SLOW}; returns whether there was one. So clients that read nothing cannot use up the bytes of
   * the port for those that do.
   */
  boolean endSlowReader() {
    long now = System.nanoTime();
    return open.stream()
        .map(connection -> new Candidate(connection, connection.activity()))
        .filter(candidate -> candidate.activity().state() == Connection.State.WRITING)
        .filter(candidate -> now - candidate.activity().nanos() > SLOW.toNanos())
        .sorted(Comparator.comparing(Candidate::activity, SPARED_FIRST))
        .anyMatch(candidate -> candidate.connection().endIf(candidate.activity()));
  }

  /** Ends what is idle or still sending, and lets the answers under way be the last. */
  void finish() {
    open.forEach(Connection::finish);
  }

  void end() {
    open.forEach(Connection::end);
  }
}

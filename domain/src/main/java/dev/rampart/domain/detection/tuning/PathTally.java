package dev.rampart.domain.detection.tuning;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** What one rule counted on the paths of one family. */
public final class PathTally {
  private long requests;
  private long blockedAnyway;
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;

  /** Hashes of the clients, as far as they are in the sample. */
  private final Set<Long> clients = new HashSet<>();

  void request(Instant at) {
    requests++;
    span(at, at);
  }

  void blockedAnyway() {
    blockedAnyway++;
  }

  /** Adds a client; returns whether it is new. */
  boolean client(long hash) {
    return clients.add(hash);
  }

  /** Forgets the clients that are no longer in the sample; returns how many are left. */
  int thin(ClientSample sample) {
    clients.removeIf(client -> !sample.holds(client));
    return clients.size();
  }

  /** Returns what there was on the paths of several families together. */
  public static PathTally sum(Collection<PathTally> tallies) {
    PathTally sum = new PathTally();
    tallies.forEach(sum::add);
    return sum;
  }

  private void add(PathTally other) {
    requests += other.requests;
    blockedAnyway += other.blockedAnyway;
    clients.addAll(other.clients);
    span(other.first, other.last);
  }

  private void span(Instant from, Instant to) {
    first = from.isBefore(first) ? from : first;
    last = to.isAfter(last) ? to : last;
  }

  /** Returns how many requests would have been blocked that nothing else blocked. */
  public long requests() {
    return requests;
  }

  /** Returns how many more matched, and were blocked by another rule. */
  public long alsoBlocked() {
    return blockedAnyway;
  }

  /** Returns the hashes of the clients in the sample whose requests would have been blocked. */
  Set<Long> clients() {
    return clients;
  }

  /** Returns when the first such request was; meaningless if there was none. */
  public Instant first() {
    return first;
  }

  /** Returns when the last such request was; meaningless if there was none. */
  public Instant last() {
    return last;
  }
}

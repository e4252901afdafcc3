package dev.rampart.domain.detection.tuning;

import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.common.KeyedHash;
import java.util.HashMap;
import java.util.Map;

/**
 * The clients that are told apart, and what is known of them.
 *
 * <p>First it is all of them. Whenever there is no more room, those whose hash does not end in one
 * more zero bit are forgotten, and never taken again (distinct sampling; Gibbons, VLDB 2001). What
 * is left is a fair sample, whatever the order of the lines, and the same one for all rules and
 * paths: each of its members stands for {@link #clientsPerMember} clients.
 */
final class ClientSample {
  /** Most clients of which something is remembered. */
  static final int CLIENTS_MAX = 100_000;

  private static final KeyedHash HASH = KeyedHash.of("count-to-block");

  private static final int GOOD = 1;
  private static final int HOSTILE = 2;

  private final Map<Long, Integer> known = new HashMap<>();
  private final int clientsMax;
  private int level;

  ClientSample(int clientsMax) {
    this.clientsMax = clientsMax;
  }

  /** Returns what stands for the client at an address: for all of the /64 in version 6. */
  static long client(IpAddress address) {
    return HASH.hash(address.site());
  }

  boolean holds(long client) {
    return Long.numberOfTrailingZeros(client) >= level;
  }

  /** Notes that a client signed in, or got an object of its own. */
  void good(long client) {
    mark(client, GOOD);
  }

  /** Notes that a client did what honest ones hardly ever do. */
  void hostile(long client) {
    mark(client, HOSTILE);
  }

  private void mark(long client, int what) {
    if (holds(client)) {
      known.merge(client, what, (before, now) -> before | now);
      while (known.size() > clientsMax) {
        thin();
      }
    }
  }

  /** Halves the sample. */
  void thin() {
    level++;
    known.keySet().removeIf(client -> !holds(client));
  }

  boolean isKnownGood(long client) {
    return known.getOrDefault(client, 0) == GOOD;
  }

  /** Returns the estimated number of clients that are known good. */
  long knownGood() {
    return known.values().stream().filter(what -> what == GOOD).count() * clientsPerMember();
  }

  /** Returns how many clients a member of the sample stands for; 1 if all are members. */
  long clientsPerMember() {
    return 1L << level;
  }
}

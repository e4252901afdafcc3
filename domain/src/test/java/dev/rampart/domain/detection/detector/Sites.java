package dev.rampart.domain.detection.detector;

import dev.rampart.domain.detection.signal.SignalScript;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Addresses that the states of groups can tell apart for sure: no two of them share a bucket. */
final class Sites {
  private static final int BUCKETS = 128;
  private static final List<String> ADDRESSES = addresses();

  private Sites() {}

  /** Returns an address in a network of its own, for a number from 0 to 99. */
  static String address(int i) {
    return ADDRESSES.get(i);
  }

  private static List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    Set<Long> taken = new HashSet<>();
    for (int i = 0; addresses.size() < 100; i++) {
      String address = "10." + i / 250 + "." + i % 250 + ".1";
      if (taken.add(Math.floorMod(SignalScript.HASH.hash(address), (long) BUCKETS))) {
        addresses.add(address);
      }
    }
    return List.copyOf(addresses);
  }
}

package dev.rampart.local.attack;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What became of a player's requests. */
final class Tally {
  private final Map<String, Integer> byGate = new TreeMap<>();
  private int unanswered;

  /** Counts an answer by the gate that refused, an empty text for none. */
  synchronized void answered(String gate) {
    byGate.merge(gate, 1, Integer::sum);
  }

  synchronized void unanswered() {
    unanswered++;
  }

  synchronized int requests() {
    return unanswered + byGate.values().stream().mapToInt(Integer::intValue).sum();
  }

  synchronized String refused() {
    String gates =
        byGate.entrySet().stream()
            .filter(entry -> !entry.getKey().isEmpty())
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
    String none = unanswered == 0 ? "" : "no answer " + unanswered;
    return gates.isEmpty() || none.isEmpty() ? gates + none : gates + ", " + none;
  }
}

package dev.rampart.domain.detection.tuning;

import dev.rampart.domain.common.Sha256;
import dev.rampart.domain.detection.signal.Signal;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the gates recorded in a span of time.
 *
 * @param signals each once, oldest first
 * @param counted the requests that rules of the firewall counted
 * @param completeSince nothing after this time is missing, and nothing before it is told: detectors
 *     and clients would be judged over a gap
 */
public record Recording(List<Signal> signals, List<CountedRequest> counted, Instant completeSince) {
  private static final Comparator<Signal> OLDEST_FIRST =
      Comparator.comparing(Signal::observedAt).thenComparing(signal -> signal.id().text());

  public Recording {
    signals = List.copyOf(signals);
    counted = List.copyOf(counted);
  }

  /**
   * Returns what lines tell together. The lines of functions know principals by their hash; those
   * of the gateway and of the user pool name them, and a user whom none names keeps the hash.
   */
  public static Recording of(List<LineSignals> lines, Instant completeSince) {
    Map<String, String> names = new HashMap<>();
    lines.stream()
        .flatMap(line -> line.principal().stream())
        .distinct()
        .forEach(name -> names.put(Sha256.shortHex(name), name));
    List<Signal> signals =
        lines.stream()
            .flatMap(line -> line.signals().stream())
            .filter(signal -> !signal.observedAt().isBefore(completeSince))
            .map(signal -> named(signal, names))
            .sorted(OLDEST_FIRST)
            .toList();
    return new Recording(
        Signal.distinct(signals),
        lines.stream()
            .flatMap(line -> line.counted().stream())
            .filter(request -> !request.at().isBefore(completeSince))
            .toList(),
        completeSince);
  }

  /** Returns the same with so many signals at most, the newest: what is before them is missing. */
  public Recording newest(int signalsMax) {
    if (signals.size() <= signalsMax) {
      return this;
    }
    List<Signal> newest = signals.subList(signals.size() - signalsMax, signals.size());
    return new Recording(newest, counted, newest.getFirst().observedAt());
  }

  private static Signal named(Signal signal, Map<String, String> names) {
    return signal
        .source()
        .principal()
        .map(names::get)
        .map(name -> signal.withSource(signal.source().withPrincipal(name)))
        .orElse(signal);
  }
}

package dev.rampart.domain.detection.trail;

import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Source;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What all logs together say of one request. */
public record RequestTrace(
    Instant at, Source source, RequestFacts request, RequestOutcome outcome, GateReason reason) {
  /**
   * Returns what the entries about one request say; empty if there are none. The first log, in the
   * order of {@link GateLog}, that knows a refusal says why; the gateway says who it was.
   */
  public static Optional<RequestTrace> of(List<GateEntry> entries) {
    List<GateEntry> ordered =
        entries.stream()
            .filter(entry -> entry.outcome() != RequestOutcome.REPORTED)
            .sorted(Comparator.comparing(GateEntry::log))
            .toList();
    if (ordered.isEmpty()) {
      return Optional.empty();
    }
    GateEntry gateway = ordered.getLast();
    GateEntry decisive =
        ordered.stream()
            .filter(entry -> entry.outcome() != RequestOutcome.PASSED && entry.isConclusive())
            .findFirst()
            .orElse(gateway);
    return Optional.of(
        new RequestTrace(
            gateway.at(),
            gateway.source(),
            gateway.request(),
            decisive.outcome(),
            decisive.reason()));
  }
}

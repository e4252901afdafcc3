package dev.rampart.replay.input;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.domain.detection.signal.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was read from one recorded line. */
public sealed interface LineOutcome {
  /**
   * It is understood.
   *
   * @param at the time of the line; empty if it tells none
   * @param signals what it tells of sources; none if nothing in it concerns detection
   * @param firewallRecords the records of AWS WAF in it, which tell more than signals do
   */
  record Read(Optional<Instant> at, List<Signal> signals, List<JsonNode> firewallRecords)
      implements LineOutcome {
    private static final Read NOTHING = new Read(Optional.empty(), List.of(), List.of());

    public Read {
      signals = List.copyOf(signals);
      firewallRecords = List.copyOf(firewallRecords);
    }

    /** Returns a line that concerns nobody. */
    static Read nothing() {
      return NOTHING;
    }
  }

  /** It says nothing. */
  record Blank() implements LineOutcome {}

  /** It is of no format that is known, or broken. */
  record NotUnderstood(String reason) implements LineOutcome {}
}

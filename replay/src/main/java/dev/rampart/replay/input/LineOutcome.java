package dev.rampart.replay.input;

import dev.rampart.domain.detection.signal.Signal;
import java.util.List;

/** What was read from one recorded line. */
public sealed interface LineOutcome {
  /** It is about signals; none if nothing in it concerns detection. */
  record Read(List<Signal> signals) implements LineOutcome {
    public Read {
      signals = List.copyOf(signals);
    }
  }

  /** It is of no format that is known, or broken. */
  record NotUnderstood(String reason) implements LineOutcome {}
}

package dev.rampart.domain.detection.response;

import dev.rampart.domain.detection.block.BlockingMode;
import java.time.Instant;

/** What becomes of a threat. */
public sealed interface Response {
  /** Returns the name in events and in the API. */
  String wireName();

  /** Returns the response to a threat whose source is to be kept out until then. */
  static Response blocked(Instant until, BlockingMode mode) {
    return switch (mode) {
      case ON -> new Blocked(until);
      case DRY_RUN -> new Proposed(ProposalReason.DRY_RUN);
    };
  }

  /**
   * Nothing: it is not about an address, is mild, is information, or a person took its block back.
   */
  record NoResponse() implements Response {
    @Override
    public String wireName() {
      return "none";
    }
  }

  /** A person may block the source. */
  record Proposed(ProposalReason reason) implements Response {
    @Override
    public String wireName() {
      return "proposed";
    }
  }

  /** The source is blocked until then. */
  record Blocked(Instant until) implements Response {
    @Override
    public String wireName() {
      return "blocked";
    }
  }
}

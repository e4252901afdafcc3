package dev.rampart.domain.detection.response;

import java.util.Optional;

/** What has to be looked up about a source; asked only if everything else speaks for a block. */
public interface SourceFacts {
  /** Returns how many people were seen to use the API from there lately, by successes. */
  int people();

  /**
   * Returns the host name that the address resolves to and that resolves back to it; empty if there
   * is none.
   */
  Optional<String> verifiedName();
}

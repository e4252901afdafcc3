package dev.rampart.local.stack.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Something that tests look at and change. Called by many threads. */
public interface ControlPath {
  /** Returns how it is. */
  JsonNode get();

  /**
   * Changes it, and returns how it is then.
   *
   * @throws IllegalArgumentException with a sentence, if the input is wrong
   */
  JsonNode post(JsonNode input);

  /** Takes away what was added, and returns how it is then; empty if nothing can be. */
  default Optional<JsonNode> delete() {
    return Optional.empty();
  }
}

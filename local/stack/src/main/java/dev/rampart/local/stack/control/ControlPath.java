package dev.rampart.local.stack.control;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Something that tests look at and change. Called by many threads. */
public interface ControlPath {
  /** Returns the methods that it has, of GET, POST and DELETE. */
  default List<String> methods() {
    return List.of("GET", "POST");
  }

  /** Returns how it is. */
  JsonNode get();

  /**
   * Changes it, and returns how it is then.
   *
   * @throws IllegalArgumentException with a sentence, if the input is wrong
   */
  JsonNode post(JsonNode input);

  /** Takes away what was added, and returns how it is then. */
  default JsonNode delete() {
    throw new UnsupportedOperationException("The path has no DELETE.");
  }
}

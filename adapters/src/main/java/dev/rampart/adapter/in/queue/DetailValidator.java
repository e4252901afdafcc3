package dev.rampart.adapter.in.queue;

import com.fasterxml.jackson.databind.JsonNode;

/** Says whether the detail of an event is what its published schema asks for. */
@FunctionalInterface
public interface DetailValidator {
  boolean accepts(JsonNode detail);
}

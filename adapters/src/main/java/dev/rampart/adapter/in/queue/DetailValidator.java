package dev.rampart.adapter.in.queue;

import com.fasterxml.jackson.databind.JsonNode;

/** Validates the details of events. */
@FunctionalInterface
public interface DetailValidator {
  /** Returns whether the detail of an event is as its published schema asks. */
  boolean accepts(JsonNode detail);
}

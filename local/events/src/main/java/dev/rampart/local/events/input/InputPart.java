package dev.rampart.local.events.input;

import com.fasterxml.jackson.databind.JsonNode;

/** What is at a path in the event. */
record InputPart(EventPath path) implements TargetInput {

  @Override
  public String of(Delivered event) {
    JsonNode found = path.in(TargetInput.parsed(event.text()));
    return found.isMissingNode() ? "null" : found.toString();
  }
}

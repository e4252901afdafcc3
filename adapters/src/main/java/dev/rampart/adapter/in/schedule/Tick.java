package dev.rampart.adapter.in.schedule;

import com.fasterxml.jackson.databind.JsonNode;

/** The event of a schedule, as the template words it: {@code {"tick": "<time>"}}. */
public final class Tick {
  private Tick() {}

  /** Returns whether a function was called by a schedule. */
  public static boolean isOne(JsonNode event) {
    return event.path("tick").isTextual();
  }
}

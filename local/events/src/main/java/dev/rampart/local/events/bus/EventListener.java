package dev.rampart.local.events.bus;

import java.io.IOException;

/** Hears every event that was put on a bus, in EventBridge's envelope. */
@FunctionalInterface
public interface EventListener {
  /**
   * Takes an event, before any target gets it.
   *
   * @throws IOException if it cannot be kept; the event then is refused
   */
  void event(String event) throws IOException;
}

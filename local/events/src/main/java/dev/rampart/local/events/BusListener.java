package dev.rampart.local.events;

import java.io.IOException;

/** Hears every event that was put on a bus, in EventBridge's envelope. */
@FunctionalInterface
interface BusListener {
  /**
   * Takes an event, before any target gets it.
   *
   * @throws IOException if it cannot be kept; the event then is refused
   */
  void event(String event) throws IOException;
}

package dev.rampart.local.events;

/** Hears every event that was put on a bus, in EventBridge's envelope. Must not throw or block. */
@FunctionalInterface
public interface BusListener {
  void event(String bus, String event);
}

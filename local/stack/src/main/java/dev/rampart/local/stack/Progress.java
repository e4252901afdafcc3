package dev.rampart.local.stack;

import dev.rampart.local.alarm.StateChange;
import dev.rampart.local.gateway.RequestReport;

/** Hears what a run is doing. */
@FunctionalInterface
public interface Progress {
  /** A long step begins, in words for people. */
  void step(String what);

  /** An alarm came to another state. Called while alarms are evaluated: must not wait. */
  default void alarm(StateChange change) {
    // Most who start a run do not watch its alarms.
  }

  /** A request was judged. Called by many threads; whoever is slow here slows requests down. */
  default void request(RequestReport report) {
    // Most who start a run do not watch its requests.
  }
}

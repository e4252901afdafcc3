package dev.rampart.local.stack.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * A fault that a test asked for.
 *
 * @param asked the request for it, as it was sent
 * @param delay before anything else happens to a call that meets it
 */
record InjectedFault(
    ObjectNode asked,
    FaultTarget target,
    FaultSchedule schedule,
    Duration delay,
    FaultEffect effect) {

  /** Says whether calls of a caller can meet the fault. */
  boolean isFor(FaultCaller caller) {
    return !schedule.isOver()
        && target.fits(caller)
        // Nobody but a process of a function can be killed.
        && (!(effect instanceof FaultEffect.CallerKilled) || caller.process().isPresent());
  }

  /** Says whether a call of such a caller meets the fault, and counts it if so. */
  boolean strikes(ServiceCall call) {
    return target.fits(call) && schedule.take();
  }

  /** Returns the fault as it was asked for, and how many calls met it. */
  ObjectNode json() {
    return asked.deepCopy().put("met", schedule.met());
  }
}

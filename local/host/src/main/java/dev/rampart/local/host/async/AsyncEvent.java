package dev.rampart.local.host.async;

import java.time.Instant;

/**
 * One event on its way to a function.
 *
 * @param id what Lambda's record of it names it by
 * @param since when it was taken
 * @param failures how often the function failed at it
 * @param deferrals how often the function could not be given it
 */
record AsyncEvent(
    String id, String functionArn, byte[] payload, Instant since, int failures, int deferrals) {

  /** What an event takes beside its payload, roughly. */
  static final long OVERHEAD_BYTES = 512;

  /** Returns how much memory it takes. */
  long bytes() {
    return OVERHEAD_BYTES + payload.length;
  }

  AsyncEvent failedAgain() {
    return new AsyncEvent(id, functionArn, payload, since, failures + 1, deferrals);
  }

  AsyncEvent deferredAgain() {
    return new AsyncEvent(id, functionArn, payload, since, failures, deferrals + 1);
  }
}

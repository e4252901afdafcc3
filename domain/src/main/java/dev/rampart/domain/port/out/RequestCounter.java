package dev.rampart.domain.port.out;

import dev.rampart.domain.ratelimit.RequestWindow;

/** Counts requests, for all processes together. */
public interface RequestCounter {
  /**
   * Adds one request to a window: one write, never a read before it.
   *
   * @return how many the window has now, with this one
   * @throws PortUnavailable if the counter does not answer soon; the request may or may not count
   */
  long add(RequestWindow window);
}

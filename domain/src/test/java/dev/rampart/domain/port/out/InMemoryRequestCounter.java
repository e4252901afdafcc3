package dev.rampart.domain.port.out;

import dev.rampart.domain.ratelimit.RequestWindow;
import java.util.HashMap;
import java.util.Map;

/** A {@link RequestCounter} in a map. */
public final class InMemoryRequestCounter implements RequestCounter {
  private final Map<RequestWindow, Long> counts = new HashMap<>();

  @Override
  public synchronized long add(RequestWindow window) {
    return counts.merge(window, 1L, Long::sum);
  }
}

package dev.rampart.domain.usecase;

import dev.rampart.domain.ratelimit.RequestWindow;
import dev.rampart.domain.ratelimit.Requester;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The windows that this process knows to be used up; the oldest of too many are forgotten. */
final class UsedUpWindows {
  static final int WINDOWS_MAX = 1000;

  private final Map<Requester, Instant> ends = new LinkedHashMap<>();

  synchronized boolean contains(RequestWindow window) {
    return window.end().equals(ends.get(window.requester()));
  }

  synchronized void add(RequestWindow window) {
    ends.remove(window.requester());
    ends.put(window.requester(), window.end());
    if (ends.size() > WINDOWS_MAX) {
      ends.remove(ends.keySet().iterator().next());
    }
  }
}

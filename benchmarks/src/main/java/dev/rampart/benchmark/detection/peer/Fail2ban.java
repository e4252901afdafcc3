package dev.rampart.benchmark.detection.peer;

import dev.rampart.domain.detection.signal.Signal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The defaults of fail2ban: five failures of one address in ten minutes, whatever they are. */
final class Fail2ban implements PeerRule {

  private static final int FAILURES_MIN = 5;
  private static final long WINDOW_MILLIS = 600_000;

  private final Map<String, Deque<Long>> failures = new HashMap<>();

  @Override
  public List<Alert> take(Signal signal) {
    return LoggedRequest.refused(signal)
        .filter(this::reaches)
        .map(request -> List.of(request.alert("jail", AlertResponse.BLOCK)))
        .orElse(List.of());
  }

  private boolean reaches(LoggedRequest request) {
    Deque<Long> times = failures.computeIfAbsent(request.address(), _ -> new ArrayDeque<>());
    times.add(request.atMillis());
    times.removeIf(time -> time <= request.atMillis() - WINDOW_MILLIS);
    boolean reached = times.size() >= FAILURES_MIN;
    if (reached) {
      times.clear();
    }
    return reached;
  }
}

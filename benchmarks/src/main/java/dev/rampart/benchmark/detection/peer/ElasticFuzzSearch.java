package dev.rampart.benchmark.detection.peer;

import dev.rampart.domain.detection.signal.Signal;
import java.util.List;
import java.util.Set;

/**
 * A search like that of Elastic's detection rules for fuzzing: of one source more than 500 answers
 * 403 or 404 to more than 250 different paths in ten minutes. It is asked at each signal and not by
 * a schedule, which makes it faster than the original.
 */
final class ElasticFuzzSearch implements PeerRule {

  private static final Set<Integer> STATUSES = Set.of(403, 404);
  private static final int REQUESTS = 500;
  private static final int PATHS = 250;
  private static final long WINDOW_MILLIS = 600_000;

  private final RecentEvents recent = new RecentEvents(WINDOW_MILLIS);

  @Override
  public List<Alert> take(Signal signal) {
    return LoggedRequest.refused(signal)
        .filter(request -> STATUSES.contains(request.status()))
        .filter(this::reaches)
        .map(request -> List.of(request.alert("fuzzing", AlertResponse.NOTIFY)))
        .orElse(List.of());
  }

  private boolean reaches(LoggedRequest request) {
    String key = request.address();
    RecentEvents.Content content = recent.add(key, request.atMillis(), request.path(), "");
    boolean reached = content.count() > REQUESTS && content.values() > PATHS;
    if (reached) {
      recent.clear(key);
    }
    return reached;
  }
}

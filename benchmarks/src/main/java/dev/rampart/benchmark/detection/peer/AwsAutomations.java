package dev.rampart.benchmark.detection.peer;

import dev.rampart.domain.detection.signal.Signal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The scanner protection of aws-waf-security-automations 4.0.4: at least 50 answers of some 4xx to
 * one address in one minute of the clock. That only lines of one log file are added up is left out.
 */
final class AwsAutomations implements PeerRule {

  private static final Set<Integer> STATUSES = Set.of(400, 401, 403, 404, 405);
  private static final int REQUESTS_MIN = 50;
  private static final long MINUTE_MILLIS = 60_000;

  private record Cell(String address, long minute) {}

  private final Map<Cell, Integer> counts = new HashMap<>();

  @Override
  public List<Alert> take(Signal signal) {
    return LoggedRequest.refused(signal)
        .filter(request -> STATUSES.contains(request.status()))
        .filter(this::reaches)
        .map(request -> List.of(request.alert("scanner", AlertResponse.BLOCK)))
        .orElse(List.of());
  }

  private boolean reaches(LoggedRequest request) {
    Cell cell = new Cell(request.address(), request.atMillis() / MINUTE_MILLIS);
    return counts.merge(cell, 1, Integer::sum) == REQUESTS_MIN;
  }
}

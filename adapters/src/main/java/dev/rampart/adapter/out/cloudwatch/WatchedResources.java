package dev.rampart.adapter.out.cloudwatch;

import dev.rampart.domain.monitoring.SignalLog;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The physical names of what is watched.
 *
 * @param logs the log group of each log
 */
public record WatchedResources(
    Map<SignalLog, String> logs,
    List<String> workQueues,
    List<String> deadLetterQueues,
    List<String> functions) {
  public WatchedResources {
    logs = Map.copyOf(logs);
    workQueues = List.copyOf(workQueues);
    deadLetterQueues = List.copyOf(deadLetterQueues);
    functions = List.copyOf(functions);
  }

  /** Returns the logs in their order. */
  Map<SignalLog, String> logsInOrder() {
    return new EnumMap<>(logs);
  }
}

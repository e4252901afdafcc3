package dev.rampart.domain.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * How the system does.
 *
 * @param at when that was
 * @param deadLetters newest first
 * @param alarms those that ring first, of these the newest first
 * @param unavailable what could not be read, or not all of it
 */
public record SystemStatus(
    Instant at,
    List<LogActivity> sources,
    List<QueueLevel> queues,
    List<DeadLetter> deadLetters,
    List<FunctionCounts> functions,
    List<AlarmReport> alarms,
    Set<StatusPart> unavailable) {

  public SystemStatus {
    sources = List.copyOf(sources);
    queues = List.copyOf(queues);
    deadLetters = List.copyOf(deadLetters);
    functions = List.copyOf(functions);
    alarms = List.copyOf(alarms);
    unavailable = Set.copyOf(unavailable);
  }
}

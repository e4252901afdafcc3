package dev.rampart.domain.port.out;

import dev.rampart.domain.monitoring.FunctionCounts;
import dev.rampart.domain.monitoring.LogActivity;
import dev.rampart.domain.monitoring.QueueLevel;
import dev.rampart.domain.monitoring.StatusPart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the services that the system runs on count by themselves. */
public interface OperationalMetrics {
  /** The time before now whose invocations are counted. */
  Duration COUNTED = Duration.ofHours(1);

  /** How far back the last line of a log is looked for. */
  Duration LOOK_BACK = Duration.ofDays(14);

  /**
   * Reads the numbers of every log, queue and function, in the order of their names. How old the
   * oldest message is, is told of queues of work alone: the age that a queue of dead letters counts
   * leaves out letters that somebody looked at.
   *
   * @throws PortUnavailable if they cannot be read
   */
  Reading read(Instant now);

  /**
   * What the numbers were.
   *
   * @param functions what was counted in {@link #COUNTED} before the reading
   * @param incomplete the parts of which some numbers did not come; what did come is told all the
   *     same, so a log may have been written to later, a queue be fuller, and a function have
   *     failed more often
   */
  record Reading(
      List<LogActivity> logs,
      List<QueueLevel> queues,
      List<FunctionCounts> functions,
      Set<StatusPart> incomplete) {
    public Reading {
      logs = List.copyOf(logs);
      queues = List.copyOf(queues);
      functions = List.copyOf(functions);
      incomplete = Set.copyOf(incomplete);
    }
  }
}

package dev.rampart.domain.usecase;

import dev.rampart.domain.monitoring.AlarmReport;
import dev.rampart.domain.monitoring.DeadLetter;
import dev.rampart.domain.monitoring.DeadLetterQueue;
import dev.rampart.domain.monitoring.QueueKind;
import dev.rampart.domain.monitoring.QueueLevel;
import dev.rampart.domain.monitoring.StatusPart;
import dev.rampart.domain.monitoring.SystemStatus;
import dev.rampart.domain.port.in.ReadSystemStatus;
import dev.rampart.domain.port.out.AlarmReports;
import dev.rampart.domain.port.out.DeadLetterQueues;
import dev.rampart.domain.port.out.OperationalMetrics;
import dev.rampart.domain.port.out.PortUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** {@link ReadSystemStatus} over metrics, dead-letter queues and alarms. */
public record ReadSystemStatusUseCase(
    OperationalMetrics metrics,
    DeadLetterQueues deadLetters,
    AlarmReports alarms,
    InstantSource clock)
    implements ReadSystemStatus {

  @Override
  public SystemStatus read() {
    Instant now = clock.instant();
    Set<StatusPart> unavailable = EnumSet.noneOf(StatusPart.class);
    OperationalMetrics.Reading counts = counts(now, unavailable);
    DeadLetterQueues.Reading letters = deadLetters.read();
    if (!letters.complete()) {
      unavailable.add(StatusPart.DEAD_LETTERS);
    }
    return new SystemStatus(
        now,
        counts.logs(),
        queues(counts.queues(), letters.queues(), now),
        letters.queues().stream()
            .flatMap(queue -> queue.letters().stream())
            .sorted(
                Comparator.comparing(DeadLetter::at)
                    .reversed()
                    .thenComparing(DeadLetter::queue)
                    .thenComparing(DeadLetter::reason))
            .toList(),
        counts.functions(),
        reports(unavailable),
        unavailable);
  }

  private OperationalMetrics.Reading counts(Instant now, Set<StatusPart> unavailable) {
    try {
      OperationalMetrics.Reading counts = metrics.read(now);
      unavailable.addAll(counts.incomplete());
      return counts;
    } catch (PortUnavailable _) {
      Set<StatusPart> all = EnumSet.of(StatusPart.SOURCES, StatusPart.QUEUES, StatusPart.FUNCTIONS);
      unavailable.addAll(all);
      return new OperationalMetrics.Reading(List.of(), List.of(), List.of(), all);
    }
  }

  private List<AlarmReport> reports(Set<StatusPart> unavailable) {
    try {
      AlarmReports.Reading reading = alarms.read();
      if (!reading.complete()) {
        unavailable.add(StatusPart.ALARMS);
      }
      return reading.alarms().stream()
          .sorted(
              Comparator.comparing(AlarmReport::level)
                  .thenComparing(AlarmReport::since, Comparator.reverseOrder())
                  .thenComparing(AlarmReport::name))
          .toList();
    } catch (PortUnavailable _) {
      unavailable.add(StatusPart.ALARMS);
      return List.of();
    }
  }

  /**
   * The queue itself knows how many messages it holds before its metric does, and its letters when
   * they were sent.
   */
  private static List<QueueLevel> queues(
      List<QueueLevel> counted, List<DeadLetterQueue> read, Instant now) {
    Map<String, QueueLevel> levels = new TreeMap<>();
    counted.forEach(level -> levels.put(level.name(), level));
    for (DeadLetterQueue queue : read) {
      QueueLevel known =
          levels.getOrDefault(
              queue.name(),
              new QueueLevel(
                  queue.name(), QueueKind.DEAD_LETTERS, Optional.empty(), Optional.empty()));
      levels.put(
          queue.name(), known.holding(queue.waiting(), queue.oldest().map(sent -> age(sent, now))));
    }
    return List.copyOf(levels.values());
  }

  /** The clock of the queue may be before ours. */
  private static Duration age(Instant sent, Instant now) {
    return sent.isAfter(now) ? Duration.ZERO : Duration.between(sent, now);
  }
}

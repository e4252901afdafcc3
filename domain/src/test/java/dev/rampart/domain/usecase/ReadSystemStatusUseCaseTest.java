package dev.rampart.domain.usecase;

import static dev.rampart.domain.port.out.OperationalMetricsContract.DEAD;
import static dev.rampart.domain.port.out.OperationalMetricsContract.FUNCTION;
import static dev.rampart.domain.port.out.OperationalMetricsContract.NOW;
import static dev.rampart.domain.port.out.OperationalMetricsContract.WORK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.monitoring.AlarmLevel;
import dev.rampart.domain.monitoring.AlarmReport;
import dev.rampart.domain.monitoring.DeadLetter;
import dev.rampart.domain.monitoring.DeadLetterQueue;
import dev.rampart.domain.monitoring.FunctionCounts;
import dev.rampart.domain.monitoring.QueueKind;
import dev.rampart.domain.monitoring.QueueLevel;
import dev.rampart.domain.monitoring.StatusPart;
import dev.rampart.domain.monitoring.SystemStatus;
import dev.rampart.domain.port.out.DeadLetterQueuesContract;
import dev.rampart.domain.port.out.InMemoryAlarmReports;
import dev.rampart.domain.port.out.InMemoryDeadLetterQueues;
import dev.rampart.domain.port.out.InMemoryOperationalMetrics;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ReadSystemStatusUseCaseTest {
  private final InMemoryOperationalMetrics metrics = new InMemoryOperationalMetrics();
  private final InMemoryDeadLetterQueues letters = new InMemoryDeadLetterQueues();
  private final InMemoryAlarmReports alarms = new InMemoryAlarmReports();

  private SystemStatus read() {
    return new ReadSystemStatusUseCase(metrics, letters, alarms, () -> NOW).read();
  }

  @Test
  void a_system_that_answers_lacks_no_part() {
    SystemStatus status = read();

    assertThat(status.at()).isEqualTo(NOW);
    assertThat(status.unavailable()).isEmpty();
    assertThat(status.functions()).hasSize(1);
    assertThat(status.deadLetters()).isEmpty();
  }

  @Test
  void the_queue_itself_is_believed_before_its_metric() {
    metrics.held(WORK, 4, Duration.ofSeconds(9), NOW.minusSeconds(60));
    metrics.held(DEAD, 9, Duration.ofSeconds(500), NOW.minusSeconds(60));
    letters.put(DEAD, NOW.minusSeconds(700), "A", "a");

    assertThat(read().queues())
        .contains(
            new QueueLevel(
                WORK, QueueKind.WORK, Optional.of(4L), Optional.of(Duration.ofSeconds(9))),
            new QueueLevel(
                DEAD,
                QueueKind.DEAD_LETTERS,
                Optional.of(1L),
                Optional.of(Duration.ofSeconds(700))))
        .extracting(QueueLevel::name)
        .isSorted();
  }

  @Test
  void a_queue_that_was_emptied_has_no_oldest_message() {
    metrics.held(DEAD, 9, Duration.ofSeconds(500), NOW.minusSeconds(60));
    letters.add(DEAD);

    assertThat(read().queues())
        .contains(new QueueLevel(DEAD, QueueKind.DEAD_LETTERS, Optional.of(0L), Optional.empty()));
  }

  private Optional<Duration> oldest(int count) {
    for (int i = 0; i < count; i++) {
      letters.put(DEAD, NOW.minusSeconds(i), "A", "a");
    }
    return read().queues().stream()
        .filter(queue -> queue.name().equals(DEAD))
        .findAny()
        .flatMap(QueueLevel::oldest);
  }

  @Test
  void the_oldest_dead_letter_is_the_oldest_that_was_looked_at_if_all_were() {
    assertThat(oldest(DeadLetterQueue.LETTERS_MAX)).hasValue(Duration.ofSeconds(19));
  }

  @Test
  void where_not_all_dead_letters_were_looked_at_the_oldest_is_not_known() {
    metrics.held(DEAD, 21, Duration.ofSeconds(500), NOW.minusSeconds(60));

    assertThat(oldest(DeadLetterQueue.LETTERS_MAX + 1)).isEmpty();
  }

  @Test
  void a_letter_that_a_clock_ahead_of_ours_sent_is_new() {
    letters.put(DEAD, NOW.plusSeconds(1), "A", "a");

    assertThat(read().queues())
        .contains(
            new QueueLevel(
                DEAD, QueueKind.DEAD_LETTERS, Optional.of(1L), Optional.of(Duration.ZERO)));
  }

  @Test
  void dead_letters_are_told_the_newest_first_whichever_queue_they_are_in() {
    letters.put(DeadLetterQueuesContract.ONE, NOW.minusSeconds(2), "OLD", "a");
    letters.put(DeadLetterQueuesContract.OTHER, NOW.minusSeconds(1), "NEW", "b");
    letters.put(DeadLetterQueuesContract.ONE, NOW.minusSeconds(3), "OLDEST", "c");

    assertThat(read().deadLetters())
        .extracting(DeadLetter::reason)
        .containsExactly("NEW: b", "OLD: a", "OLDEST: c");
  }

  @Test
  void alarms_that_ring_are_told_first_and_of_these_the_newest() {
    String quiet = alarms.add("quiet", "docs/runbooks/a.md");
    String unknown = alarms.add("unknown", "docs/runbooks/a.md");
    String earlier = alarms.add("earlier", "docs/runbooks/a.md");
    String later = alarms.add("later", "docs/runbooks/a.md");
    alarms.set(unknown, AlarmLevel.INSUFFICIENT_DATA, "r");
    alarms.set(earlier, AlarmLevel.ALARM, "r");
    alarms.set(later, AlarmLevel.ALARM, "r");

    assertThat(read().alarms())
        .extracting(AlarmReport::name)
        .containsExactly(later, earlier, unknown, quiet);
  }

  @Test
  void a_part_that_does_not_answer_is_named_and_the_others_are_there() {
    letters.put(DeadLetterQueuesContract.ONE, NOW, "A", "a");
    String alarm = alarms.add("one", "docs/runbooks/a.md");
    metrics.breakDown();
    SystemStatus status = read();

    assertThat(status.unavailable())
        .containsExactlyInAnyOrder(StatusPart.SOURCES, StatusPart.QUEUES, StatusPart.FUNCTIONS);
    assertThat(status.deadLetters()).hasSize(1);
    assertThat(status.queues()).extracting(QueueLevel::name).contains(DeadLetterQueuesContract.ONE);
    assertThat(status.alarms()).extracting(AlarmReport::name).containsExactly(alarm);
  }

  @ParameterizedTest
  @EnumSource(
      value = StatusPart.class,
      names = {"SOURCES", "QUEUES", "FUNCTIONS"})
  void a_part_of_which_some_numbers_did_not_come_is_named_and_the_others_are_told(StatusPart part) {
    metrics.lackSome(part);
    metrics.called(FUNCTION, true, NOW.minusSeconds(60));
    SystemStatus status = read();

    assertThat(status.unavailable()).containsExactly(part);
    assertThat(status.functions()).containsExactly(new FunctionCounts(FUNCTION, 1, 1, 0));
  }

  @Test
  void alarms_that_are_not_all_are_named_and_told() {
    alarms.tellSome();
    String alarm = alarms.add("one", "docs/runbooks/a.md");
    SystemStatus status = read();

    assertThat(status.unavailable()).containsExactly(StatusPart.ALARMS);
    assertThat(status.alarms()).extracting(AlarmReport::name).containsExactly(alarm);
  }

  @Test
  void where_nothing_answers_every_part_is_named() {
    metrics.breakDown();
    alarms.breakDown();
    letters.lose(DeadLetterQueuesContract.ONE);

    assertThat(read().unavailable()).containsExactlyInAnyOrder(StatusPart.values());
  }
}

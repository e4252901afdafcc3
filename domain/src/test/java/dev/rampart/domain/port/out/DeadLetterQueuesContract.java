package dev.rampart.domain.port.out;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.domain.monitoring.DeadLetter;
import dev.rampart.domain.monitoring.DeadLetterQueue;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link DeadLetterQueues} owes its callers. */
public interface DeadLetterQueuesContract {
  Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  String ONE = "one-dead";
  String OTHER = "other-dead";

  /** Two queues, and what reads them. */
  interface FillableQueues {
    /** Puts a letter that EventBridge gave up, for a reason, into a queue. */
    void put(String queue, Instant at, String code, String words);

    /** Takes a queue away. */
    void lose(String queue);

    /** Returns what is tested: over both queues. */
    DeadLetterQueues queues();
  }

  /** Returns two empty queues. */
  FillableQueues newQueues();

  @Test
  default void empty_queues_hold_nothing() {
    assertThat(newQueues().queues().read())
        .isEqualTo(
            new DeadLetterQueues.Reading(
                List.of(
                    new DeadLetterQueue(ONE, 0, List.of()),
                    new DeadLetterQueue(OTHER, 0, List.of())),
                true));
  }

  @Test
  default void a_letter_says_when_it_was_sent_and_why_it_was_given_up() {
    FillableQueues filled = newQueues();
    filled.put(OTHER, NOON, "NO_PERMISSIONS", "The queue does not take it.");
    DeadLetterQueues.Reading reading = filled.queues().read();

    assertThat(reading.complete()).isTrue();
    assertThat(reading.queues().getFirst().waiting()).isZero();
    assertThat(reading.queues().getLast())
        .isEqualTo(
            new DeadLetterQueue(
                OTHER,
                1,
                List.of(
                    new DeadLetter(
                        OTHER,
                        NOON,
                        "NO_PERMISSIONS: The queue does not take it.",
                        Optional.empty()))));
  }

  @Test
  default void to_look_at_a_letter_leaves_it_where_it_is() {
    FillableQueues filled = newQueues();
    filled.put(ONE, NOON, "A", "a");
    filled.put(ONE, NOON.plusSeconds(1), "B", "b");
    DeadLetterQueues queues = filled.queues();

    for (int i = 0; i < 3; i++) {
      assertThat(queues.read().queues().getFirst().letters())
          .extracting(DeadLetter::reason)
          .containsExactlyInAnyOrder("A: a", "B: b");
    }
  }

  @Test
  default void of_many_letters_some_are_told_and_all_are_counted() {
    FillableQueues filled = newQueues();
    for (int i = 0; i < 35; i++) {
      filled.put(ONE, NOON.plusSeconds(i), "N" + i, "n");
    }
    DeadLetterQueue queue = filled.queues().read().queues().getFirst();

    assertThat(queue.waiting()).isEqualTo(35);
    assertThat(queue.letters()).hasSizeBetween(1, DeadLetterQueue.LETTERS_MAX);
    assertThat(new HashSet<>(queue.letters())).hasSameSizeAs(queue.letters());
  }

  @Test
  default void a_queue_that_does_not_answer_leaves_the_others_readable() {
    FillableQueues filled = newQueues();
    filled.put(OTHER, NOON, "A", "a");
    filled.lose(ONE);
    DeadLetterQueues.Reading reading = filled.queues().read();

    assertThat(reading.complete()).isFalse();
    assertThat(reading.queues()).extracting(DeadLetterQueue::name).containsExactly(OTHER);
  }
}

package dev.rampart.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RecentDecisionsTest {
  private static final RecentDecisions.Question SEND = question("queue");

  private Instant now = Instant.parse("2026-01-01T00:00:00.100Z");
  private final RecentDecisions recent = new RecentDecisions(() -> now);
  private int decisions;

  @Test
  void a_question_is_decided_once_a_second() {
    assertThat(ask(SEND)).isEqualTo(ask(SEND)).contains("no 1");
    now = now.plusMillis(899);
    assertThat(ask(SEND)).contains("no 1");
    now = now.plusMillis(1);
    assertThat(ask(SEND)).contains("no 2");
  }

  @Test
  void another_question_is_decided_by_itself() {
    assertThat(ask(SEND)).contains("no 1");
    assertThat(ask(question("other"))).contains("no 2");
  }

  @Test
  void more_questions_than_are_kept_are_decided_each_time() {
    for (int i = 0; i < 1_000; i++) {
      var _ = ask(question("queue-" + i));
    }

    assertThat(ask(SEND)).contains("no 1001");
    assertThat(ask(SEND)).contains("no 1002");
    assertThat(ask(question("queue-0"))).contains("no 1");
  }

  private Optional<String> ask(RecentDecisions.Question question) {
    return recent.answer(question, () -> Optional.of("no " + ++decisions));
  }

  private static RecentDecisions.Question question(String queue) {
    return new RecentDecisions.Question("events", "rule", List.of("sqs:SendMessage"), queue);
  }
}

package dev.rampart.local.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.template.PseudoParameters;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RecentDecisionsTest {
  private static final RecentDecisions.Question SEND = question("queue");

  private Instant now = Instant.parse("2026-01-01T00:00:00.100Z");
  private final AccessPlan plan = plan();
  private final RecentDecisions recent = new RecentDecisions(() -> now, plan);
  private int decisions;

  @Test
  void a_question_is_decided_once_a_second() {
    assertThat(ask(plan, SEND)).isEqualTo(ask(plan, SEND)).contains("no 1");
    now = now.plusMillis(899);
    assertThat(ask(plan, SEND)).contains("no 1");
    now = now.plusMillis(1);
    assertThat(ask(plan, SEND)).contains("no 2");
  }

  @Test
  void another_question_and_another_plan_are_decided_anew() {
    assertThat(ask(plan, SEND)).contains("no 1");
    assertThat(ask(plan, question("other"))).contains("no 2");
    assertThat(ask(plan(), SEND)).contains("no 3");
  }

  @Test
  void more_questions_than_are_kept_are_decided_each_time() {
    for (int i = 0; i < 1_000; i++) {
      var _ = ask(plan, question("queue-" + i));
    }

    assertThat(ask(plan, SEND)).contains("no 1001");
    assertThat(ask(plan, SEND)).contains("no 1002");
    assertThat(ask(plan, question("queue-0"))).contains("no 1");
  }

  private Optional<String> ask(AccessPlan asked, RecentDecisions.Question question) {
    return recent.answer(asked, question, () -> Optional.of("no " + ++decisions));
  }

  private static RecentDecisions.Question question(String queue) {
    return new RecentDecisions.Question("events", "rule", List.of("sqs:SendMessage"), queue);
  }

  private static AccessPlan plan() {
    return new AccessPlan(
        PseudoParameters.local("test"),
        Map.of(),
        Map.of(),
        new AccessPolicies(Map.of(), Map.of()),
        Map.of(),
        Set.of());
  }
}

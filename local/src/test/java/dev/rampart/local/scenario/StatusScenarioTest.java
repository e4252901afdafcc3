package dev.rampart.local.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.stack.health.Health;
import dev.rampart.local.stack.health.StatusClient;
import org.junit.jupiter.api.Test;

/** What the run says of itself. */
final class StatusScenarioTest {
  private static final Running RUN = Running.shared();

  @Test
  void the_status_names_every_stream_queue_and_function_and_what_waits() throws Exception {
    Health health = StatusClient.health(RUN.instance);
    assertThat(health.state()).isNotEqualTo(Health.UNREACHABLE);
    assertThat(health.streams()).hasSize(1);
    assertThat(health.streams().getFirst().recordsBehind()).isPresent();
    assertThat(health.queues())
        .extracting(Health.QueueState::name)
        .containsAll(RUN.instance.names().queues().values());
    assertThat(health.queues())
        .filteredOn(Health.QueueState::deadLetters)
        .extracting(Health.QueueState::name)
        .contains(
            RUN.instance.names().queues().get("RelayDeadLetters"),
            RUN.instance.names().queues().get("DetectionDeadLetters"));
    assertThat(health.functions()).hasSize(8);
  }

  @Test
  void a_stream_that_was_read_is_not_behind() {
    String id = RUN.ann.submitted();
    assertThat(Running.eventually(() -> !RUN.eventsOf(id).isEmpty())).isTrue();
    assertThat(Running.eventually(() -> health().streams().getFirst().oldestSeconds().isEmpty()))
        .isTrue();
  }

  @Test
  void what_the_template_allows_is_no_refusal() {
    assertThat(RUN.ann.submit(Caller.good()).status()).isEqualTo(201);
    assertThat(RUN.problems()).noneMatch(problem -> problem.startsWith("Refused"));
  }

  private static Health health() {
    try {
      return StatusClient.health(RUN.instance);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}

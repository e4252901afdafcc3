package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.behindEscapes;
import static dev.rampart.local.scenario.Caller.good;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What becomes of a finding, in hours of the run's clock. */
final class FindingScenarioTest {
  private static final String SQL = "' UNION SELECT password FROM users WHERE '1'='1' --";

  private static final int ATTACKS = 8;

  private static Running run;
  private static Control control;

  @BeforeAll
  static void start() {
    run = Running.controlled(Map.of(), Set.of());
    control = new Control(run);
  }

  @AfterAll
  static void stop() {
    control.close();
    run.close();
  }

  @Test
  void a_finding_that_the_bus_did_not_take_is_published_by_the_minute_and_resolved_by_silence() {
    control.fault(
        """
        {'operation':'events:PutEvents','function':'DetectionFunction',
         'error':{'status':500,'code':'InternalFailure'}}
        """);
    for (int i = 0; i < ATTACKS; i++) {
      Reply refused = run.bob.submit(behindEscapes(good().put("description", i + SQL)));
      assertThat(refused.status()).isEqualTo(422);
    }
    assertThat(Running.eventually(() -> control.met() > 0)).isTrue();
    // A message that detection works at comes back again and again while hours pass.
    assertThat(Running.eventually(() -> signals() >= ATTACKS)).isTrue();
    assertThat(run.drained("DetectionQueue")).isTrue();
    assertThat(threats("ThreatDetected")).isEmpty();
    control.heal();

    assertThat(control.eventually("PT2M", () -> !threats("ThreatDetected").isEmpty())).isTrue();
    JsonNode detected = threats("ThreatDetected").getFirst();
    assertThat(detected.path("notificationsLeft").isInt()).isTrue();

    assertThat(control.eventually("PT2H", () -> !threats("ThreatResolved").isEmpty())).isTrue();
    JsonNode resolved = threats("ThreatResolved").getFirst();
    assertThat(resolved.at("/resolution/reason").asText()).isEqualTo("silence");
    assertThat(resolved.path("findingId")).isEqualTo(detected.path("findingId"));
    assertThat(run.waiting("DetectionDeadLetters")).isZero();
    assertThat(run.waiting("DetectionTickDeadLetters")).isZero();
  }

  private static int signals() {
    return run.events(event -> Running.isOf(event, "SuspiciousRequest")).size();
  }

  /** Returns the details of the events of a type about the attacker. */
  private static List<JsonNode> threats(String type) {
    String bob = run.instance.user("bob").sub();
    return run
        .events(
            event -> Running.isOf(event, type) && event.at("/detail/subject").asText().equals(bob))
        .stream()
        .map(event -> event.path("detail"))
        .toList();
  }
}

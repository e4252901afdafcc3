package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.behindEscapes;
import static dev.rampart.local.scenario.Caller.freshKey;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is lost while bus, secret and the other tables fail: nothing. */
final class DependencyScenarioTest {
  private static final String SQL = "' UNION SELECT password FROM users WHERE '1'='1' --";
  private static final String DOWN = "'error':{'status':500,'code':'InternalFailure'}";

  private static Running run;
  private static Control control;

  @BeforeAll
  static void start() {
    run = Running.controlled(Map.of(), Set.of(500, 502, 503));
    control = new Control(run);
  }

  @AfterAll
  static void stop() {
    control.close();
    run.close();
  }

  @AfterEach
  void heal() {
    control.heal();
  }

  private static String fault(String operation, String function, String effect) {
    return "{'operation':'%s','function':'%s',%s}".formatted(operation, function, effect);
  }

  private static boolean met(int times) {
    return Running.eventually(() -> control.met() >= times);
  }

  private static Reply attack(String description) {
    Reply refused = run.bob.submit(behindEscapes(good().put("description", description + SQL)));
    assertThat(refused.status()).isEqualTo(422);
    return refused;
  }

  private static List<JsonNode> signalsOf(Reply reply) {
    return run.events(
        event ->
            Running.isOf(event, "SuspiciousRequest")
                && event.at("/detail/request/requestId").asText().equals(reply.requestId()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        DOWN,
        "'error':{'status':400,'code':'ThrottlingException'}",
        "'entries':{'each':2}",
        "'entries':{'places':[0],'code':'ThrottlingException'},'calls':4",
        "'lose':'answer','calls':4",
        "'kill':'after','calls':1",
      })
  void b71_what_was_written_while_the_bus_failed_is_published_afterwards(String effect) {
    List<String> ids = new ArrayList<>();
    control.fault(fault("events:PutEvents", "RelayFunction", effect));
    for (int i = 0; i < 3; i++) {
      String id = run.ann.submitted();
      assertThat(run.ann.patch(id, "*", "{\"title\":\"New\"}").status()).isEqualTo(200);
      ids.add(id);
    }
    assertThat(met(1)).isTrue();
    control.heal();

    for (String id : ids) {
      assertThat(Running.eventually(() -> new HashSet<>(run.eventsOf(id)).size() == 2)).isTrue();
      // At least once, in any order, as the contract of the events has it: what is in doubt, and
      // what comes after a refused one, is published again.
      assertThat(run.eventsOf(id).stream().distinct())
          .containsExactlyInAnyOrder("SubmissionReceived", "SubmissionAmended");
    }
  }

  @Test
  void b71_a_refusal_keeps_its_status_if_the_bus_fails_and_its_signal_comes_by_the_log() {
    control.fault(fault("events:PutEvents", "ApiFunction", DOWN));
    Reply refused = attack("bus");
    assertThat(control.met()).isPositive();
    assertThat(Running.eventually(() -> !signalsOf(refused).isEmpty())).isTrue();
    assertThat(signalsOf(refused)).hasSize(1);
    assertThat(signalsOf(refused).getFirst().at("/detail/gate").asText()).isEqualTo("inspection");
  }

  @Test
  void b71_without_its_secret_the_api_says_when_to_come_again() {
    String id = run.ann.submitted();
    assertThat(run.ann.submitted()).isNotEmpty();
    String cursor = run.ann.get(ALL + "?limit=1").json().path("nextCursor").asText();
    String key = freshKey();
    // A process that has read the secret does not ask for it again.
    control.with(
        fault("dynamodb:GetItem", "ApiFunction", "'calls':1,'kill':'before'"),
        () -> assertThat(run.ann.get(one(id)).status()).isGreaterThanOrEqualTo(500));
    int before = run.items();

    control.with(
        fault("secretsmanager:GetSecretValue", "ApiFunction", DOWN),
        () -> {
          Reply refused = run.ann.submit(key, good());
          assertThat(refused.status()).isEqualTo(503);
          assertThat(refused.problem()).isEqualTo("unavailable");
          assertThat(refused.header("Retry-After")).isNotEmpty();
          assertThat(run.ann.get(ALL + "?cursor=" + cursor).status()).isEqualTo(503);
        });

    assertThat(run.items()).isEqualTo(before);
    assertThat(run.ann.submit(key, good()).status()).isEqualTo(201);
  }

  @Test
  void signals_that_detection_could_not_count_are_counted_when_its_table_is_back() {
    String bob = run.instance.user("bob").sub();
    control.fault(
        fault(
            "dynamodb:*",
            "DetectionFunction",
            "'error':{'status':400,'code':'ProvisionedThroughputExceededException'}"));
    for (int i = 0; i < 8; i++) {
      var _ = attack("detection " + i);
    }
    assertThat(met(1)).isTrue();
    assertThat(findings(bob)).isEmpty();
    control.heal();

    // What a batch could not do comes back when its visibility timeout has ended.
    assertThat(control.eventually("PT3M", () -> !findings(bob).isEmpty())).isTrue();
    assertThat(findings(bob)).hasSize(1);
    assertThat(run.waiting("DetectionDeadLetters")).isZero();
  }

  private static List<JsonNode> findings(String subject) {
    return run.events(
        event ->
            Running.isOf(event, "ThreatDetected")
                && event.at("/detail/subject").asText().equals(subject));
  }

  @Test
  void log_lines_that_edgelog_could_not_report_are_reported_later() {
    control.fault(fault("events:PutEvents", "EdgelogFunction", DOWN));
    Reply refused = run.caller("none").get(ALL);
    assertThat(refused.status()).isEqualTo(401);
    assertThat(met(1)).isTrue();
    control.heal();

    assertThat(control.eventually("PT2M", () -> !signalsOf(refused).isEmpty())).isTrue();
    assertThat(run.waiting("EdgelogDeadLetters")).isZero();
  }
}

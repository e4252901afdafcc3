package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.SecurityRequests.MONITORING;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whether the system itself works, as the security team reads it. */
final class MonitoringScenarioTest {
  private static final String DEAD = "DetectionDeadLetters";
  private static final String CANARY = "zqcanary5d1b";

  /** As the template says of the queue. */
  private static final int RECEIVES_MAX = 5;

  private static Running run;
  private static Control control;
  private static Caller reader;

  @BeforeAll
  static void start() {
    run = Running.controlled(Map.of("Alarms", "true"), Set.of(503));
    control = new Control(run);
    reader = run.sam;
  }

  @AfterAll
  static void stop() {
    control.close();
    run.close();
  }

  /** Publishes a signal that detection cannot read, and lets time pass until it is given up. */
  private static void poison() {
    run.publish(
        "rampart.edge",
        "SuspiciousRequest",
        JsonNodeFactory.instance.objectNode().put("schemaVersion", 99).put("note", CANARY));
    for (int i = 1; i <= RECEIVES_MAX; i++) {
      int deliveries = i;
      // A clock that moves while detection is at work on another message, such as a sign-in, would
      // count as a delivery of that one.
      assertThat(Running.eventually(() -> refused() >= deliveries && isAlone())).isTrue();
      control.forward("PT3M1S");
    }
    assertThat(Running.eventually(() -> run.waiting(DEAD) == 1)).isTrue();
  }

  /** Returns whether the one message that is left is that which was refused. */
  private static boolean isAlone() {
    return run.inFlight("DetectionQueue") == 1 && run.waiting("DetectionQueue") == 0;
  }

  /** Returns how often detection said that it could not read a message. */
  private static long refused() {
    return run.log("DetectionFunction")
        .lines()
        .filter(line -> line.contains("\"malformed\":1"))
        .count();
  }

  /** Reads it, with a new token where the clock has moved past the end of the old one. */
  private static JsonNode read() {
    Reply reply = reader.get(MONITORING);
    if (reply.status() == 401) {
      reader = signedIn();
      reply = reader.get(MONITORING);
    }
    assertThat(reply.status()).isEqualTo(200);
    return reply.json();
  }

  private static Caller signedIn() {
    try {
      return run.signedIn("sam", "rampart/threats.read");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static Stream<JsonNode> members(JsonNode status, String part) {
    return status.path(part).valueStream();
  }

  private static Optional<JsonNode> alarm(JsonNode status, String logicalId) {
    return members(status, "alarms")
        .filter(alarm -> alarm.path("name").asText().startsWith("rampart-local-" + logicalId + "-"))
        .findAny();
  }

  @Test
  void a_message_that_nobody_can_handle_is_told_with_its_reason_and_its_alarm_with_its_runbook() {
    poison();
    assertThat(
            control.eventually(
                "PT1M",
                () ->
                    alarm(read(), DEAD + "Alarm")
                        .filter(alarm -> alarm.path("state").asText().equals("alarm"))
                        .isPresent()))
        .as(run::alarmHistory)
        .isTrue();
    JsonNode status = read();

    JsonNode letter = members(status, "deadLetters").findFirst().orElseThrow();
    assertThat(letter.path("queue").asText()).contains("-" + DEAD + "-");
    assertThat(letter.path("reason").asText())
        .isEqualTo("Received from rampart-dev-detection too often without success.");
    assertThat(Instant.parse(letter.path("at").asText()))
        .isBefore(Instant.parse(status.path("at").asText()));
    assertThat(
            members(status, "queues")
                .filter(queue -> queue.path("name").asText().contains("-" + DEAD + "-"))
                .map(queue -> queue.path("waiting").asInt()))
        .containsExactly(1);
    JsonNode alarm = alarm(status, DEAD + "Alarm").orElseThrow();
    assertThat(alarm.path("runbook").asText()).isEqualTo("docs/runbooks/dead-letters.md");
    assertThat(alarm.path("reason").asText()).contains("Threshold Crossed");
    assertThat(members(status, "alarms").findFirst().orElseThrow().path("state").asText())
        .isEqualTo("alarm");
    assertThat(status.toString()).doesNotContain(CANARY);
    // It is still there for whoever mends it.
    assertThat(run.messages(DEAD)).hasSize(1);
  }

  @Test
  void logs_functions_and_alarms_of_other_alarms_are_told() {
    assertThat(run.bob.get("/v1/nothing").status()).isEqualTo(404);
    assertThat(
            Running.eventually(
                () ->
                    members(read(), "sources")
                            .filter(source -> source.has("lastEventAt"))
                            .filter(source -> !source.path("log").asText().equals("security"))
                            .count()
                        >= 4))
        .isTrue();
    JsonNode status = read();

    assertThat(members(status, "sources").map(source -> source.path("log").asText()))
        .containsExactly("firewall", "gateway", "signIn", "api", "security", "monitoring");
    assertThat(
            members(status, "functions")
                .filter(each -> each.path("name").asText().contains("MonitoringFunction"))
                .map(each -> each.path("errors").asInt()))
        .containsExactly(0);
    assertThat(status.path("functions")).hasSize(8);
    assertThat(alarm(status, "TroubleAlarm")).isPresent();
    assertThat(members(status, "alarms"))
        .allSatisfy(alarm -> assertThat(alarm.path("runbook").asText()).endsWith(".md"));
    assertThat(status.path("unavailable")).isEmpty();
  }

  @Test
  void a_service_that_does_not_answer_is_named_and_the_others_are_there() {
    control.with(
        "{'operation':'cloudwatch:DescribeAlarms','function':'MonitoringFunction',"
            + "'error':{'status':500,'code':'InternalFailure'}}",
        () -> {
          JsonNode status = read();
          assertThat(members(status, "unavailable").map(JsonNode::asText))
              .containsExactly("alarms");
          assertThat(status.path("alarms")).isEmpty();
          assertThat(status.path("functions")).isNotEmpty();
        });
    assertThat(Running.eventually(() -> read().path("unavailable").isEmpty())).isTrue();
  }
}

package dev.rampart.adapter.in.apigateway.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.adapter.in.apigateway.router.AllowedClients;
import dev.rampart.adapter.in.apigateway.router.RequestLogLine;
import dev.rampart.adapter.in.apigateway.router.Router;
import dev.rampart.adapter.in.apigateway.submission.Answered;
import dev.rampart.adapter.in.apigateway.submission.Call;
import dev.rampart.adapter.in.apigateway.submission.PublishedContract;
import dev.rampart.domain.monitoring.AlarmLevel;
import dev.rampart.domain.monitoring.AlarmReport;
import dev.rampart.domain.monitoring.DeadLetter;
import dev.rampart.domain.monitoring.FunctionCounts;
import dev.rampart.domain.monitoring.LogActivity;
import dev.rampart.domain.monitoring.QueueKind;
import dev.rampart.domain.monitoring.QueueLevel;
import dev.rampart.domain.monitoring.SignalLog;
import dev.rampart.domain.monitoring.StatusPart;
import dev.rampart.domain.monitoring.SystemStatus;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** GET /v1/monitoring, each answer against the published contract. */
final class MonitoringTest {
  private static final Instant NOON = Instant.parse("2026-11-30T12:00:00Z");
  private static final String SCOPE = "rampart/threats.read";
  private static final String PATH = "/v1/monitoring";
  private static final PublishedContract CONTRACT = PublishedContract.read();
  private static final String SAM = "0a1b2c3d-0000-4000-8000-000000000005";

  private final List<SystemStatus> asked = new ArrayList<>();

  private Answered send(SystemStatus status, Call call) {
    Router router =
        new Router(
            MonitoringEndpoints.of(
                () -> {
                  asked.add(status);
                  return status;
                }),
            new AllowedClients(Set.of(Call.CLIENT), Set.of()),
            _ -> Optional.empty(),
            _ -> {},
            () -> NOON);
    ByteArrayOutputStream reply = new ByteArrayOutputStream();
    RequestLogLine line =
        router.answer(new ByteArrayInputStream(call.event()), reply, Duration.ofSeconds(20));
    Answered answer = Answered.of(reply.toByteArray(), line);
    CONTRACT.check("GET", PATH, answer);
    return answer;
  }

  private static SystemStatus empty(Set<StatusPart> unavailable) {
    return new SystemStatus(
        NOON, List.of(), List.of(), List.of(), List.of(), List.of(), unavailable);
  }

  private static Call read() {
    return Call.of("GET", PATH).as(SAM, SCOPE);
  }

  @Test
  void every_part_is_told_as_the_contract_has_it() {
    SystemStatus status =
        new SystemStatus(
            NOON,
            List.of(
                new LogActivity(SignalLog.SIGN_IN, Optional.of(NOON)),
                new LogActivity(SignalLog.API, Optional.empty())),
            List.of(
                new QueueLevel(
                    "jobs", QueueKind.WORK, Optional.of(3L), Optional.of(Duration.ofSeconds(90))),
                new QueueLevel("dead", QueueKind.DEAD_LETTERS, Optional.empty(), Optional.empty())),
            List.of(
                new DeadLetter("dead", NOON, "X: <script>", Optional.of("edgelog")),
                new DeadLetter("dead", NOON, "Y", Optional.empty())),
            List.of(new FunctionCounts("edgelog", 5, 1, 2)),
            List.of(
                new AlarmReport(
                    "rampart-A",
                    "It fails",
                    AlarmLevel.ALARM,
                    NOON,
                    "1 > 0",
                    Optional.of("docs/runbooks/trouble.md")),
                new AlarmReport(
                    "rampart-B", "B", AlarmLevel.INSUFFICIENT_DATA, NOON, "", Optional.empty())),
            Set.of(StatusPart.SOURCES));

    assertThat(send(status, read()).text())
        .isEqualTo(
            """
            {"at":"2026-11-30T12:00:00.000Z",\
            "sources":[{"log":"signIn","lastEventAt":"2026-11-30T12:00:00.000Z"},{"log":"api"}],\
            "queues":[{"name":"jobs","kind":"work","waiting":3,"oldestSeconds":90},\
            {"name":"dead","kind":"deadLetters"}],\
            "deadLetters":[{"queue":"dead","at":"2026-11-30T12:00:00.000Z",\
            "reason":"X: \\u003cscript\\u003e","function":"edgelog"},\
            {"queue":"dead","at":"2026-11-30T12:00:00.000Z","reason":"Y"}],\
            "functions":[{"name":"edgelog","invocations":5,"errors":1,"throttles":2}],\
            "alarms":[{"name":"rampart-A","title":"It fails","state":"alarm",\
            "since":"2026-11-30T12:00:00.000Z","reason":"1 \\u003e 0",\
            "runbook":"docs/runbooks/trouble.md"},\
            {"name":"rampart-B","title":"B","state":"insufficientData",\
            "since":"2026-11-30T12:00:00.000Z","reason":""}],\
            "unavailable":["sources"]}\
            """);
  }

  @Test
  void what_nobody_answers_for_is_named_in_the_order_of_the_members() {
    assertThat(send(empty(Set.of(StatusPart.values())), read()).text())
        .endsWith(
            "\"unavailable\":[\"sources\",\"queues\",\"deadLetters\",\"functions\",\"alarms\"]}");
    assertThat(send(empty(Set.of()), read()).text()).endsWith("\"unavailable\":[]}");
  }

  @Test
  void without_the_scope_nobody_is_asked() {
    assertThat(send(empty(Set.of()), Call.of("GET", PATH).as(SAM, "rampart/blocks.write")).status())
        .isEqualTo(403);
    assertThat(send(empty(Set.of()), Call.of("GET", PATH)).status()).isEqualTo(401);
    assertThat(asked).isEmpty();
  }

  @Test
  void a_query_parameter_is_refused() {
    assertThat(send(empty(Set.of()), read().query("from", "x")).status()).isEqualTo(400);
    assertThat(asked).isEmpty();
  }
}

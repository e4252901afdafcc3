package dev.rampart.adapter.in.apigateway.security;

import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.in.apigateway.submission.Answered;
import dev.rampart.adapter.in.apigateway.submission.Call;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.signal.DetectionPoint;
import dev.rampart.domain.detection.signal.Gate;
import dev.rampart.domain.detection.signal.RequestFacts;
import dev.rampart.domain.detection.signal.Source;
import dev.rampart.domain.detection.trail.GateEntry;
import dev.rampart.domain.detection.trail.GateLog;
import dev.rampart.domain.detection.trail.GateReason;
import dev.rampart.domain.detection.trail.RequestOutcome;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is asked of the API, as the security team watches it. It is a minute past noon. */
final class TrafficTest {
  private static final String TRAFFIC = "/v1/traffic";

  private final TestSecurityApi api = new TestSecurityApi();

  private void logged(
      GateLog log, long second, String id, RequestOutcome outcome, GateReason reason) {
    logged(log, second, id, outcome, reason, "ann");
  }

  private void logged(
      GateLog log,
      long second,
      String id,
      RequestOutcome outcome,
      GateReason reason,
      String principal) {
    api.logs.add(
        new GateEntry(
            log,
            Optional.of("x-" + id),
            NOON.plusSeconds(second),
            Source.unknown().withAddress(new IpAddress("203.0.113.7")).withPrincipal(principal),
            RequestFacts.unknown().withRequestId(id).withMethod("GET").withStatus(200),
            outcome,
            reason));
  }

  private static GateReason because(Gate gate, DetectionPoint point) {
    return new GateReason(
        Optional.of(gate),
        Optional.of(point),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Answered traffic(Call call) {
    return api.send("GET", TRAFFIC, call);
  }

  private static Call call() {
    return Call.of("GET", TRAFFIC);
  }

  @Test
  void minutes_are_counted_by_gate_and_the_newest_requests_are_told() {
    logged(GateLog.ACCESS, 1, "passed", RequestOutcome.PASSED, GateReason.none());
    logged(GateLog.ACCESS, 2, "refused", RequestOutcome.REFUSED, GateReason.of(Gate.WAF));
    logged(
        GateLog.FIREWALL,
        2,
        "refused",
        RequestOutcome.REFUSED,
        because(Gate.WAF, DetectionPoint.WAF_RULE));
    logged(
        GateLog.ACCESS,
        -60,
        "before",
        RequestOutcome.REFUSED,
        because(Gate.PLAN, DetectionPoint.THROTTLED));

    JsonNode traffic = traffic(call()).body();

    assertThat(traffic.path("from").asText()).isEqualTo("2026-11-24T11:46:00.001Z");
    assertThat(traffic.path("to").asText()).isEqualTo("2026-11-24T12:01:00.001Z");
    assertThat(traffic.path("complete").asBoolean()).isTrue();
    assertThat(traffic.path("completeSince")).isEqualTo(traffic.path("from"));
    assertThat(traffic.path("timeline").toString())
        .isEqualTo(
            "[{\"start\":\"2026-11-24T12:00:00.000Z\",\"passed\":1,\"reported\":0,"
                + "\"refused\":{\"waf\":1}},"
                + "{\"start\":\"2026-11-24T11:59:00.000Z\",\"passed\":0,\"reported\":0,"
                + "\"refused\":{\"plan\":1}}]");
    assertThat(traffic.path("newest").valueStream().map(each -> each.path("requestId").asText()))
        .containsExactly("refused", "passed", "before");
    assertThat(traffic.at("/newest/0/point").asText()).isEqualTo("WAF_RULE");
    assertThat(traffic.at("/newest/1/outcome").asText()).isEqualTo("passed");
    assertThat(traffic.at("/newest/1/principal").asText()).isEqualTo("ann");
    assertThat(traffic.at("/newest/1").has("gate")).isFalse();
  }

  @Test
  void a_span_that_is_not_over_ends_now() {
    JsonNode traffic = traffic(call().query("to", "2026-11-24T15:00:00.000Z")).body();
    assertThat(traffic.path("to").asText()).isEqualTo("2026-11-24T12:01:00.001Z");
  }

  @Test
  void a_span_is_an_hour_at_most_and_its_end_is_left_out() {
    logged(GateLog.ACCESS, -3540, "first", RequestOutcome.PASSED, GateReason.none());
    logged(GateLog.ACCESS, 60, "end", RequestOutcome.PASSED, GateReason.none());

    JsonNode hour =
        traffic(
                call()
                    .query("from", "2026-11-24T11:01:00.000Z")
                    .query("to", "2026-11-24T12:01:00.000Z"))
            .body();

    assertThat(hour.path("newest").valueStream().map(each -> each.path("requestId").asText()))
        .containsExactly("first");
  }

  @ParameterizedTest
  @CsvSource({"false, ann", "true, own ann", ", own ann"})
  void who_asks_may_leave_its_own_requests_out(String own, String told) {
    logged(GateLog.ACCESS, 1, "ann", RequestOutcome.PASSED, GateReason.none());
    logged(GateLog.ACCESS, 2, "own", RequestOutcome.PASSED, GateReason.none(), TestSecurityApi.SAM);

    JsonNode traffic = traffic(own == null ? call() : call().query("own", own)).body();

    List<String> ids = List.of(told.split(" "));
    assertThat(traffic.path("newest").valueStream().map(each -> each.path("requestId").asText()))
        .containsExactlyElementsOf(ids);
    assertThat(traffic.at("/timeline/0/passed").asInt()).isEqualTo(ids.size());
  }

  @ParameterizedTest
  @CsvSource({
    "own, ''",
    "own, no",
    "own, FALSE",
    "from, yesterday",
    "from, 2026-11-24T12:00:00Z",
    "from, 2026-11-24T11:01:00.000Z",
    "from, 2026-11-24T12:01:00.001Z",
    "from, 2026-11-25T00:00:00.000Z",
    "to, 1970-01-01T00:14:59.999Z",
    "to, 0000-01-01T00:00:00.000Z",
    "to, ''",
    "limit, 10"
  })
  void other_spans_and_other_parameters_are_refused(String name, String value) {
    Answered refused = traffic(call().query(name, value));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.problem()).isEqualTo("invalid-query");
    assertThat(refused.body().path("detail").asText()).contains(name.equals("to") ? "" : name);
  }

  @Test
  void who_may_not_read_threats_may_not_watch() {
    Answered refused =
        api.sendAs("rampart/threats.write rampart/blocks.write", "GET", TRAFFIC, call());

    assertThat(refused.status()).isEqualTo(403);
  }
}

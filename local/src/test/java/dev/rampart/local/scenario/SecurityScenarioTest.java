package dev.rampart.local.scenario;

import static dev.rampart.local.scenario.Caller.ALL;
import static dev.rampart.local.scenario.Caller.JSON;
import static dev.rampart.local.scenario.Caller.NOTHING;
import static dev.rampart.local.scenario.Caller.behindEscapes;
import static dev.rampart.local.scenario.Caller.bytes;
import static dev.rampart.local.scenario.Caller.good;
import static dev.rampart.local.scenario.Caller.one;
import static dev.rampart.local.scenario.SecurityRequests.ALLOW_LIST;
import static dev.rampart.local.scenario.SecurityRequests.BLOCKS;
import static dev.rampart.local.scenario.SecurityRequests.COUNTS;
import static dev.rampart.local.scenario.SecurityRequests.THREATS;
import static dev.rampart.local.scenario.SecurityRequests.TRAFFIC;
import static dev.rampart.local.scenario.SecurityRequests.WHAT_IF;
import static dev.rampart.local.scenario.SecurityRequests.order;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.local.run.RampartRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the security team can see and do, over HTTP, while somebody attacks. */
final class SecurityScenarioTest {
  private static final String UNKNOWN = "018f4d7e-6c1a-8f3b-9c2d-5a7e1b0c4d6f";
  private static final Running RUN =
      Running.start(
          RampartRun.inMemory(Path.of(System.getProperty("rampart.root", ".")))
              .with(Running.UNLIMITED),
          Set.of());

  @BeforeAll
  static void attack() {
    SecurityRequests.attack(RUN);
    assertThat(Running.eventually(() -> ids(RUN.sam.get(THREATS)).size() >= 2)).isTrue();
  }

  @AfterAll
  static void stop() {
    RUN.close();
  }

  @Test
  void threats_are_listed_page_by_page_and_by_filter() {
    List<String> all = ids(RUN.sam.get(THREATS));
    List<String> walked = new ArrayList<>();
    String more = "";
    do {
      JsonNode page = RUN.sam.get(THREATS + "?limit=1" + more).json();
      walked.addAll(ids(page));
      more = "&cursor=" + page.path("nextCursor").asText();
    } while (!more.equals("&cursor="));

    assertThat(walked).containsAll(all).doesNotHaveDuplicates();
    String bob = RUN.instance.user("bob").sub();
    JsonNode about = RUN.sam.get(THREATS + "?scope=principal&subject=" + bob).json();
    assertThat(about.path("items"))
        .isNotEmpty()
        .allMatch(threat -> threat.path("subject").asText().equals(bob));
    assertThat(ids(RUN.sam.get(THREATS + "?state=resolved&scope=credential"))).isEmpty();
    assertThat(RUN.sam.get(THREATS + "?subject=" + bob).problem()).isEqualTo("invalid-query");
    assertThat(RUN.sam.get(THREATS + "?cursor=" + "A".repeat(68)).problem())
        .isEqualTo("invalid-cursor");
  }

  @Test
  void a_threat_is_resolved_once_it_was_read_and_the_verdict_is_told_without_the_note() {
    String path = SecurityRequests.threat(RUN);
    String note = "Canary5c1 of our own load test.";
    byte[] verdict = bytes("{\"verdict\":\"falsePositive\",\"note\":\"%s\"}".formatted(note));
    assertThat(RUN.sam.send("POST", path + "/resolution", verdict, JSON).status()).isEqualTo(428);
    assertThat(
            RUN.sam.send("POST", path + "/resolution", verdict, JSON, "If-Match: \"99\"").status())
        .isEqualTo(412);
    Reply resolved = null;
    // Its attack may still go on, and make a newer version between the two.
    for (int i = 0; i < 5 && (resolved == null || resolved.status() == 412); i++) {
      String tag = RUN.sam.get(path).headers("ETag").getFirst();
      resolved = RUN.sam.send("POST", path + "/resolution", verdict, JSON, "If-Match: " + tag);
    }

    assertThat(resolved).isNotNull();
    assertThat(resolved.status()).isEqualTo(200);
    assertThat(resolved.json().path("state").asText()).isEqualTo("resolved");
    assertThat(RUN.sam.get(path).json().at("/resolution/note").asText()).isEqualTo(note);
    String id = path.substring(THREATS.length() + 1);
    assertThat(
            Running.eventually(
                () ->
                    !RUN.events(
                            event ->
                                isFromSecurity(event, "ThreatResolved")
                                    && event.at("/detail/findingId").asText().equals(id))
                        .isEmpty()))
        .isTrue();
    assertThat(RUN.log("bus")).doesNotContain("Canary5c1");
    assertThat(RUN.lines("/rampart/dev/security").toString()).doesNotContain("Canary5c1");
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /v1/threats",
    "GET, /v1/threats/018f4d7e-6c1a-8f3b-9c2d-5a7e1b0c4d6f",
    "POST, /v1/threats/018f4d7e-6c1a-8f3b-9c2d-5a7e1b0c4d6f/resolution",
    "GET, /v1/actors/ip/127.0.0.1",
    "GET, /v1/requests/r-1",
    "GET, /v1/traffic",
    "GET, /v1/blocks",
    "GET, /v1/blocks/198.51.100.1",
    "PUT, /v1/blocks/198.51.100.1",
    "DELETE, /v1/blocks/198.51.100.1",
    "GET, /v1/allowlist",
    "PUT, /v1/allowlist/198.51.100.1",
    "DELETE, /v1/allowlist/198.51.100.1"
  })
  void b22_nobody_without_the_scope_gets_in(String method, String path) {
    for (Caller caller : List.of(RUN.ann, RUN.rita, RUN.writer)) {
      Reply reply =
          caller.send(
              method, path, bytes("{\"reason\":\"x\",\"verdict\":\"x\",\"until\":\"x\"}"), JSON);
      assertThat(reply.status()).as(path).isEqualTo(403);
      assertThat(reply.json().path("gate").asText()).isEqualTo("token");
    }
  }

  @Test
  void a_block_is_ordered_changed_and_taken_back() {
    String path = BLOCKS + "/2001:db9:1::_64";
    Reply created = RUN.sam.send("PUT", path, bytes(order("Scans us.")), JSON, "If-None-Match: *");
    assertThat(created.status()).as(created.body()).isEqualTo(201);
    String tag = RUN.sam.get(path).headers("ETag").getFirst();
    Reply changed = RUN.sam.send("PUT", path, bytes(order("Attacks us.")), JSON, "If-Match: *");
    assertThat(changed.status()).isEqualTo(200);
    assertThat(RUN.sam.get(path).json().path("reason").asText()).isEqualTo("Attacks us.");
    assertThat(RUN.sam.send("DELETE", path, NOTHING, "If-Match: " + tag).status()).isEqualTo(412);
    assertThat(RUN.sam.send("DELETE", path, NOTHING, "If-Match: *").status()).isEqualTo(204);
    assertThat(RUN.sam.get(path).status()).isEqualTo(404);
    assertThat(RUN.events(event -> Running.isOf(event, "BlockOrdered"))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, 409, source-protected",
    "10.1.2.3, 409, source-protected",
    "0.0.0.0_0, 400, invalid-source",
    "198.0.0.0_8, 400, invalid-source",
    "localhost, 400, invalid-source",
    "198.51.100.9_24, 400, invalid-source"
  })
  void a_source_that_must_not_be_blocked_is_refused(String source, int status, String problem) {
    Reply reply =
        RUN.sam.send(
            "PUT", BLOCKS + "/" + source, bytes(order("Scans.")), JSON, "If-None-Match: *");
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.problem()).isEqualTo(problem);
  }

  @Test
  void a_range_on_the_allow_list_keeps_its_addresses_from_being_blocked() {
    String entry = ALLOW_LIST + "/203.0.112.0_24";
    byte[] reason = bytes("{\"reason\":\"Our office.\"}");
    assertThat(RUN.sam.send("PUT", entry, reason, JSON, "If-None-Match: *").status())
        .isEqualTo(201);
    String path = BLOCKS + "/203.0.112.9";
    assertThat(RUN.sam.send("PUT", path, bytes(order("x")), JSON, "If-None-Match: *").problem())
        .isEqualTo("source-protected");
    assertThat(RUN.sam.get(ALLOW_LIST).json().path("items"))
        .anyMatch(each -> each.path("source").asText().equals("203.0.112.0/24"));
    assertThat(RUN.sam.send("DELETE", entry, NOTHING, "If-Match: \"1\"").status()).isEqualTo(204);
    assertThat(RUN.sam.send("PUT", path, bytes(order("x")), JSON, "If-None-Match: *").status())
        .isEqualTo(201);
    assertThat(RUN.sam.send("DELETE", path, NOTHING, "If-Match: *").status()).isEqualTo(204);
  }

  /** Sends one request that each gate refuses, by gate, point and field. */
  private static Map<String, Reply> refusedByEachGate() {
    String key = "x-api-key: " + RUN.instance.apiKey();
    String token = "Authorization: Bearer " + RUN.ann.token();
    Map<String, Reply> refusals = new LinkedHashMap<>();
    refusals.put("edge ROUTE_UNKNOWN", RUN.ann.get("/v1/nothing"));
    refusals.put("waf WAF_RULE", RUN.ann.get(ALL + "?cursor=../../../etc/passwd"));
    refusals.put("token TOKEN_INVALID", RUN.http.send("GET", ALL, List.of(key), NOTHING));
    refusals.put("plan API_KEY_UNKNOWN", RUN.http.send("GET", ALL, List.of(token), NOTHING));
    refusals.put("schema SCHEMA_VIOLATION", RUN.ann.submit("{}"));
    refusals.put(
        "input SCHEMA_VIOLATION /contactEmail",
        RUN.ann.submit(good().put("contactEmail", "nobody")));
    refusals.put(
        "inspection INJECTION_SQL /description",
        RUN.ann.submit(
            behindEscapes(good().put("description", "x' UNION SELECT password FROM users --"))));
    refusals.put("domain OBJECT_NOT_FOUND", RUN.ann.get(one(UNKNOWN)));
    refusals.put("token SCOPE_DENIED", RUN.ann.get(THREATS));
    return refusals;
  }

  @Test
  void each_refused_request_is_explained_by_the_gate_that_refused_it() {
    Map<String, Reply> refusals = refusedByEachGate();
    assertThat(
            Running.eventually(
                () -> refusals.values().stream().allMatch(reply -> trace(reply).has("point"))))
        .isTrue();

    refusals.forEach(
        (expected, reply) -> {
          JsonNode trace = trace(reply);
          assertThat(trace.path("outcome").asText()).isEqualTo("refused");
          assertThat(trace.path("status").asInt()).isEqualTo(reply.status());
          assertThat(
                  (trace.path("gate").asText()
                          + " "
                          + trace.path("point").asText()
                          + " "
                          + trace.path("field").asText())
                      .strip())
              .startsWith(expected);
        });
  }

  @Test
  void traffic_has_each_request_once_at_the_gate_that_refused_it() {
    String path = TRAFFIC + "?from=" + SecurityRequests.in(Duration.ZERO);
    Map<String, String> gates = new HashMap<>();
    refusedByEachGate()
        .forEach((why, reply) -> gates.put(reply.requestId(), why.substring(0, why.indexOf(' '))));
    gates.put(RUN.ann.get(ALL).requestId(), "");
    assertThat(
            Running.eventually(
                () -> gatesOf(RUN.sam.get(path).json(), gates.keySet()).equals(gates)))
        .isTrue();

    JsonNode traffic = RUN.sam.get(path).json();
    assertThat(traffic.path("complete").asBoolean()).isTrue();
    Map<String, Long> counted = new HashMap<>();
    for (JsonNode minute : traffic.path("timeline")) {
      counted.merge("", minute.path("passed").asLong(), Long::sum);
      minute
          .path("refused")
          .properties()
          .forEach(gate -> counted.merge(gate.getKey(), gate.getValue().asLong(), Long::sum));
    }
    Map<String, Long> told =
        traffic
            .path("newest")
            .valueStream()
            .collect(
                Collectors.groupingBy(entry -> entry.path("gate").asText(), Collectors.counting()));
    assertThat(counted).isEqualTo(told).containsEntry("waf", 1L).containsEntry("inspection", 1L);
    assertThat(traffic.path("newest").toString())
        .contains(RUN.instance.user("ann").sub(), RUN.instance.user("sam").sub());

    JsonNode others = RUN.sam.get(path + "&own=false").json();
    assertThat(gatesOf(others, gates.keySet())).isEqualTo(gates);
    assertThat(others.path("newest").toString()).doesNotContain(RUN.instance.user("sam").sub());
  }

  /** Returns at which gate some requests ended; fails if one is told twice. */
  private static Map<String, String> gatesOf(JsonNode traffic, Set<String> ids) {
    return traffic
        .path("newest")
        .valueStream()
        .filter(entry -> ids.contains(entry.path("requestId").asText()))
        .collect(
            Collectors.toMap(
                entry -> entry.path("requestId").asText(), entry -> entry.path("gate").asText()));
  }

  @Test
  void a_rule_that_counts_is_told_with_what_it_would_have_blocked() {
    String script = "<script>alert(document.cookie)</script>";
    assertThat(RUN.ann.submit(good().put("title", script)).status()).isEqualTo(422);
    assertThat(
            Running.eventually(
                () -> rule(RUN.sam.get(COUNTS).json(), "CrossSiteScripting_BODY").has("rule")))
        .isTrue();

    JsonNode counts = RUN.sam.get(COUNTS).json();
    JsonNode rule = rule(counts, "CrossSiteScripting_BODY");
    assertThat(counts.path("complete").asBoolean()).isTrue();
    assertThat(rule.path("countsBy").asText()).isEqualTo("rule-override");
    assertThat(rule.at("/paths/0/path").asText()).isEqualTo(ALL);
    assertThat(rule.at("/paths/0/requests").asInt()).isPositive();
    // A run has four users.
    assertThat(rule.path("suggestion").asText()).isEqualTo("too-few-known-good");
    assertThat(rule.has("yaml")).isFalse();
  }

  private static JsonNode rule(JsonNode counts, String name) {
    return counts
        .path("rules")
        .valueStream()
        .filter(rule -> rule.path("rule").asText().equals(name))
        .findFirst()
        .orElseGet(() -> counts.path("nothing"));
  }

  @Test
  void other_thresholds_say_what_they_would_find_in_the_signals_of_all_gates() {
    String bob = RUN.instance.user("bob").sub();
    assertThat(Running.eventually(() -> tried("{}").path("kept").asInt() > 0)).isTrue();

    JsonNode higher = tried("{\"thresholds\":{\"BURST_PROBE\":100}}");

    assertThat(higher.path("complete").asBoolean()).isTrue();
    assertThat(higher.path("newlyFound")).isEmpty();
    // What the function refused of bob is known with his name, which its log does not have.
    assertThat(higher.path("lost").valueStream().map(lost -> lost.path("subject").asText()))
        .contains(bob);
    JsonNode both = tried("{\"thresholds\":{\"BURST_PROBE\":100,\"ENUMERATION_BOLA\":1}}");
    assertThat(both.path("lostCount")).isEqualTo(higher.path("lostCount"));
    assertThat(RUN.sam.send("POST", WHAT_IF, bytes("{\"burst\":8}"), JSON).status()).isEqualTo(400);
  }

  private static JsonNode tried(String body) {
    Reply reply = RUN.sam.send("POST", WHAT_IF, bytes(body), JSON);
    assertThat(reply.status()).as(reply.body()).isEqualTo(200);
    return reply.json();
  }

  @Test
  void what_the_security_function_refuses_is_a_signal_that_detection_takes() {
    assertThat(RUN.sam.get(THREATS + "?limit=0").status()).isEqualTo(400);
    assertThat(
            Running.eventually(
                () -> !RUN.events(event -> isFromSecurity(event, "SuspiciousRequest")).isEmpty()))
        .isTrue();
    assertThat(RUN.drained("DetectionQueue")).isTrue();
  }

  @Test
  void a_request_that_no_gate_refused_passed_and_an_unknown_one_is_not_there() {
    Reply good = RUN.ann.get(ALL);
    assertThat(Running.eventually(() -> trace(good).path("outcome").asText().equals("passed")))
        .isTrue();
    assertThat(trace(good).has("gate")).isFalse();
    assertThat(RUN.sam.get("/v1/requests/" + UNKNOWN).problem()).isEqualTo("request-not-found");
  }

  @Test
  void an_actor_is_shown_with_its_requests_its_refusals_and_its_threats() {
    String bob = RUN.instance.user("bob").sub();
    String path = "/v1/actors/principal/" + bob;
    assertThat(
            Running.eventually(
                () -> RUN.sam.get(path).json().at("/timeline/0/refused/inspection").asInt() > 0))
        .isTrue();
    JsonNode actor = RUN.sam.get(path).json();
    int injections = 0;
    int passed = 0;
    for (JsonNode hour : actor.path("timeline")) {
      injections += hour.at("/refused/inspection").asInt();
      passed += hour.path("passed").asInt();
    }
    assertThat(injections).isEqualTo(9);
    assertThat(passed).isGreaterThanOrEqualTo(0);
    assertThat(actor.path("complete").asBoolean()).isTrue();
    assertThat(Running.eventually(() -> !RUN.sam.get(path).json().path("threats").isEmpty()))
        .isTrue();
    assertThat(actor.path("newest"))
        .anyMatch(entry -> entry.path("point").asText().equals("INJECTION_SQL"));

    JsonNode address = RUN.sam.get("/v1/actors/ip/127.0.0.1").json();
    assertThat(address.at("/timeline/0/passed").asInt()).isPositive();
    assertThat(address.at("/timeline/0/refused/edge").asInt()).isGreaterThanOrEqualTo(9);
    assertThat(RUN.sam.get("/v1/actors/network/127.0.0.0_24").json().path("timeline")).isNotEmpty();
    assertThat(RUN.sam.get("/v1/actors/client/nobody").json().path("timeline")).isEmpty();
  }

  private static JsonNode trace(Reply reply) {
    return RUN.sam.get("/v1/requests/" + reply.requestId()).json();
  }

  private static List<String> ids(Reply reply) {
    return ids(reply.json());
  }

  private static List<String> ids(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("id").asText()).toList();
  }

  private static boolean isFromSecurity(JsonNode event, String type) {
    return event.path("source").asText().equals("rampart.security") && Running.isOf(event, type);
  }
}

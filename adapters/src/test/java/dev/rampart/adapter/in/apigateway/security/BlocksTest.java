package dev.rampart.adapter.in.apigateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rampart.adapter.in.apigateway.submission.Answered;
import dev.rampart.adapter.in.apigateway.submission.Call;
import dev.rampart.domain.common.SourceRange;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Blocks and the allow list, as the security team orders and undoes them. */
final class BlocksTest {
  private static final String BLOCKS = "/v1/blocks";
  private static final String BLOCK = "/v1/blocks/{source}";
  private static final String LIST = "/v1/allowlist";
  private static final String ENTRY = "/v1/allowlist/{source}";
  private static final String ADDRESS = "198.51.101.9";
  private static final String ORDER =
      "{\"reason\":\"Scans us.\",\"until\":\"2026-11-25T12:00:00.000Z\"}";
  private static final String REASON = "{\"reason\":\"Our office.\"}";

  private final TestSecurityApi api = new TestSecurityApi();

  @Test
  void a_block_is_ordered_read_changed_and_taken_back() {
    Answered created = create(ADDRESS);

    assertThat(created.status()).isEqualTo(201);
    assertThat(created.body().path("source").asText()).isEqualTo(ADDRESS + "/32");
    assertThat(created.body().at("/origin/principal").asText()).isEqualTo(TestSecurityApi.SAM);
    assertThat(created.body().path("until").asText()).isEqualTo("2026-11-25T12:00:00.000Z");
    Answered read = read(ADDRESS);
    assertThat(read.body()).isEqualTo(created.body());
    String tag = read.header("ETag");
    assertThat(api.send("GET", BLOCK, get(ADDRESS).header("If-None-Match", tag)).status())
        .isEqualTo(304);
    Answered changed = put(ADDRESS, "If-Match", tag, ORDER.replace("Scans", "Attacks"));
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.body().path("reason").asText()).isEqualTo("Attacks us.");
    assertThat(items(BLOCKS)).containsExactly(ADDRESS + "/32");
    assertThat(undo(ADDRESS, tag).problem()).isEqualTo("block-changed");
    assertThat(undo(ADDRESS, changed.header("ETag")).status()).isEqualTo(204);
    assertThat(read(ADDRESS).problem()).isEqualTo("block-not-found");
    assertThat(undo(ADDRESS, "*").problem()).isEqualTo("block-not-found");
    assertThat(items(BLOCKS)).isEmpty();
  }

  @Test
  void a_change_names_what_it_replaces() {
    assertThat(put(ADDRESS, "X", "-", ORDER).problem()).isEqualTo("precondition-required");
    assertThat(put(ADDRESS, "If-Match", "\"1\"", ORDER).problem()).isEqualTo("block-changed");
    assertThat(put(ADDRESS, "If-Match", "*", ORDER).problem()).isEqualTo("block-changed");
    assertThat(put(ADDRESS, "If-None-Match", "\"1\"", ORDER).problem())
        .isEqualTo("invalid-precondition");
    assertThat(create(ADDRESS).status()).isEqualTo(201);
    assertThat(create(ADDRESS).problem()).isEqualTo("block-changed");
    assertThat(api.send("DELETE", BLOCK, delete(BLOCK, ADDRESS)).problem())
        .isEqualTo("precondition-required");
  }

  @Test
  void a_range_is_named_with_an_underscore_or_an_encoded_slash() {
    for (String spelled : List.of("198.51.101.0_24", "198.51.101.0%2F24", "198.51.101.0/24")) {
      assertThat(put(spelled, "If-None-Match", "*", ORDER).status()).isIn(201, 412);
      assertThat(read(spelled).body().path("source").asText()).isEqualTo("198.51.101.0/24");
    }
  }

  @Test
  void what_is_no_source_or_too_wide_or_protected_is_not_blocked() {
    for (String source :
        List.of(
            "",
            "localhost",
            "198.51.101.9/24",
            "198.0.0.0/8",
            "0.0.0.0/0",
            "::ffff:198.51.101.0_24")) {
      assertThat(create(source).problem()).as(source).isEqualTo("invalid-source");
    }
    for (String source : List.of("10.1.2.3", "127.0.0.1", "192.168.0.0/16", "::1")) {
      assertThat(create(source).problem()).as(source).isEqualTo("source-protected");
    }
    assertThat(api.blocks.all()).isEmpty();
  }

  @Test
  void an_operator_does_not_lock_operators_out() {
    var _ = items(BLOCKS);

    // From where these requests come.
    assertThat(create("203.0.113.7").problem()).isEqualTo("source-protected");
    assertThat(api.operators.recent(api.clock.instant()))
        .extracting(SourceRange::text)
        .containsExactly("203.0.113.7/32");
  }

  @Test
  void a_refused_request_makes_nobody_an_operator() {
    assertThat(api.sendAs("rampart/threats.read", "GET", BLOCKS, Call.of("GET", BLOCKS)).status())
        .isEqualTo(403);
    assertThat(create("localhost").status()).isEqualTo(400);

    assertThat(api.operators.recent(api.clock.instant())).isEmpty();
  }

  @Test
  void a_block_has_an_end_in_reach() {
    for (String until :
        List.of(
            "2026-11-24T12:01:30.000Z",
            "2027-11-24T12:00:00.000Z",
            "2026-02-30T12:00:00.000Z",
            "2026-11-25T24:00:00.000Z",
            "2026-11-25T23:59:60.000Z")) {
      String order = "{\"reason\":\"Scans us.\",\"until\":\"" + until + "\"}";
      assertThat(put(ADDRESS, "If-None-Match", "*", order).faults())
          .containsExactly("/until out-of-range");
    }
    assertThat(put(ADDRESS, "If-None-Match", "*", "{\"until\":\"tomorrow\"}").faults())
        .containsExactlyInAnyOrder("/reason required", "/until wrong-format");
    assertThat(create(ADDRESS).status()).isEqualTo(201);
    api.clock.advance(Duration.ofDays(2));
    assertThat(read(ADDRESS).status()).isEqualTo(404);
  }

  @Test
  void a_walk_over_pages_sees_each_block_once() {
    for (String source : List.of("198.51.101.1", "2001:db9:1::/64", "198.51.101.2")) {
      assertThat(create(source).status()).isEqualTo(201);
    }
    JsonNode first = api.send("GET", BLOCKS, Call.of("GET", BLOCKS).query("limit", "2")).body();
    JsonNode second =
        api.send(
                "GET",
                BLOCKS,
                Call.of("GET", BLOCKS)
                    .query("limit", "2")
                    .query("cursor", first.path("nextCursor").asText()))
            .body();

    assertThat(sources(first)).containsExactly("198.51.101.1/32", "198.51.101.2/32");
    assertThat(sources(second)).containsExactly("2001:db9:1::/64");
    assertThat(second.has("nextCursor")).isFalse();
  }

  @Test
  void blocks_that_ended_are_listed_with_why_and_by_whom() {
    for (String source : List.of("198.51.101.1", "2001:db9:1::/64", ADDRESS)) {
      assertThat(create(source).status()).isEqualTo(201);
      assertThat(undo(source, "*").status()).isEqualTo(204);
      api.clock.advance(Duration.ofSeconds(1));
    }
    JsonNode first = ended("limit", "2");
    JsonNode second = ended("cursor", first.path("nextCursor").asText());

    assertThat(sources(first)).containsExactly(ADDRESS + "/32", "2001:db9:1::/64");
    assertThat(sources(second)).containsExactly("198.51.101.1/32");
    JsonNode newest = first.at("/items/0");
    assertThat(newest.path("end").asText()).isEqualTo("undone");
    assertThat(newest.path("endedBy").asText()).isEqualTo(TestSecurityApi.SAM);
    assertThat(newest.path("until").asText()).isEqualTo("2026-11-24T12:01:02.000Z");
    assertThat(items(BLOCKS)).isEmpty();
    api.clock.advance(Duration.ofDays(8));
    assertThat(sources(ended("limit", "2"))).isEmpty();
  }

  @Test
  void a_block_in_force_is_not_among_those_that_ended_and_has_no_end() {
    assertThat(create(ADDRESS).body().has("end")).isFalse();
    assertThat(sources(ended("limit", "100"))).isEmpty();
    Call explicit = Call.of("GET", BLOCKS).query("state", "inForce");
    assertThat(sources(api.send("GET", BLOCKS, explicit).body())).containsExactly(ADDRESS + "/32");
  }

  @Test
  void a_cursor_of_one_list_is_none_of_the_other() {
    for (String source : List.of("198.51.101.1", "198.51.101.2")) {
      assertThat(create(source).status()).isEqualTo(201);
    }
    Call first = Call.of("GET", BLOCKS).query("limit", "1");
    String cursor = api.send("GET", BLOCKS, first).body().path("nextCursor").asText();
    Call wrong = Call.of("GET", BLOCKS).query("state", "ended").query("cursor", cursor);
    assertThat(api.send("GET", BLOCKS, wrong).problem()).isEqualTo("invalid-cursor");
    Call unknown = Call.of("GET", BLOCKS).query("state", "over");
    assertThat(api.send("GET", BLOCKS, unknown).problem()).isEqualTo("invalid-query");
  }

  @Test
  void a_list_of_blocks_says_whether_they_reach_the_firewall() {
    JsonNode page = api.send("GET", BLOCKS, Call.of("GET", BLOCKS)).body();
    assertThat(page.path("mode").asText()).isEqualTo("dryRun");
    assertThat(ended("limit", "1").path("mode").asText()).isEqualTo("dryRun");
  }

  private JsonNode ended(String name, String value) {
    Call call = Call.of("GET", BLOCKS).query("state", "ended").query(name, value);
    return api.send("GET", BLOCKS, call).body();
  }

  @Test
  void a_source_on_the_allow_list_is_not_blocked_until_it_is_off_again() {
    Answered allowed = allow("If-None-Match", "*");

    assertThat(allowed.status()).isEqualTo(201);
    assertThat(allow("If-None-Match", "*").problem()).isEqualTo("exemption-changed");
    assertThat(items(LIST)).containsExactly("198.51.101.0/24");
    assertThat(create(ADDRESS).problem()).isEqualTo("source-protected");
    Answered changed = allow("If-Match", allowed.header("ETag"));
    assertThat(changed.status()).isEqualTo(200);
    Call remove = delete(ENTRY, "198.51.101.0/24");
    assertThat(api.send("DELETE", ENTRY, remove).problem()).isEqualTo("precondition-required");
    assertThat(
            api.send("DELETE", ENTRY, remove.header("If-Match", changed.header("ETag"))).status())
        .isEqualTo(204);
    assertThat(api.send("DELETE", ENTRY, remove).problem()).isEqualTo("exemption-not-found");
    assertThat(create(ADDRESS).status()).isEqualTo(201);
  }

  @Test
  void an_exemption_is_no_wider_than_a_block_may_be() {
    for (String wide :
        List.of("0.0.0.0/0", "0.0.0.0/1", "128.0.0.0/1", "9.8.0.0/15", "2001::/31")) {
      assertThat(exempt(wide).problem()).as(wide).isEqualTo("invalid-source");
    }
    for (String narrow : List.of("9.8.0.0/16", "2001:db8::/32")) {
      assertThat(exempt(narrow).status()).as(narrow).isEqualTo(201);
    }
  }

  private Answered exempt(String source) {
    Call call =
        Call.of("PUT", ENTRY).path("source", source).json(REASON).header("If-None-Match", "*");
    return api.send("PUT", ENTRY, call);
  }

  private Answered create(String source) {
    return put(source, "If-None-Match", "*", ORDER);
  }

  private Answered put(String source, String header, String value, String body) {
    Call call = Call.of("PUT", BLOCK).path("source", source).json(body).header(header, value);
    return api.send("PUT", BLOCK, call);
  }

  private Answered allow(String header, String value) {
    Call call =
        Call.of("PUT", ENTRY)
            .path("source", "198.51.101.0%2F24")
            .json(REASON)
            .header(header, value);
    return api.send("PUT", ENTRY, call);
  }

  private Answered read(String source) {
    return api.send("GET", BLOCK, get(source));
  }

  private Answered undo(String source, String tag) {
    return api.send("DELETE", BLOCK, delete(BLOCK, source).header("If-Match", tag));
  }

  private static Call get(String source) {
    return Call.of("GET", BLOCK).path("source", source);
  }

  private static Call delete(String resource, String source) {
    return Call.of("DELETE", resource).path("source", source);
  }

  private List<String> items(String list) {
    return sources(api.send("GET", list, Call.of("GET", list)).body());
  }

  private static List<String> sources(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("source").asText()).toList();
  }
}
